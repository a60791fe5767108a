package clinic.daybook.matrix;

/** What somebody logs in with. */
record Account(String userId, String email, String password) {

}
