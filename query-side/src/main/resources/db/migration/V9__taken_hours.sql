-- Free slots of many doctors ask what is taken of many weeks: with these columns the index
-- alone answers that, and lists of a doctor's appointments use it as before.
drop index read.appointment_by_doctor;

create index appointment_by_doctor on read.appointment (doctor_id, start_at, appointment_id) include (end_at, status);
