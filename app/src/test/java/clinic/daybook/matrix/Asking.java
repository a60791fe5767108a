package clinic.daybook.matrix;

/** Makes a request, and before it whatever it needs to be about. */
@FunctionalInterface
interface Asking {

	Request in(World world, Caller by);

}
