package clinic.daybook.command.catalogue;

import java.util.UUID;

/** Asks a department who is in it. */
record FindDoctors(UUID departmentId) {

}
