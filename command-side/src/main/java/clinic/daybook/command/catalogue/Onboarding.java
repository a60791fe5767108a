package clinic.daybook.command.catalogue;

import clinic.daybook.api.doctors.OnboardDoctor;
import clinic.daybook.command.scheduling.DoctorSchedule;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/** A doctor and their schedule come into being together: two streams, one append. */
@Component
class Onboarding {

	private final Repository<Doctor> doctors;

	private final Repository<DoctorSchedule> schedules;

	Onboarding(Repository<Doctor> doctors, Repository<DoctorSchedule> schedules) {
		this.doctors = doctors;
		this.schedules = schedules;
	}

	@CommandHandler
	void handle(OnboardDoctor command) throws Exception {
		this.doctors.newInstance(() -> new Doctor(command.doctorId(), command.userId(), command.specialty()));
		this.schedules.newInstance(() -> new DoctorSchedule(command.doctorId(), command.timeZone()));
	}

}
