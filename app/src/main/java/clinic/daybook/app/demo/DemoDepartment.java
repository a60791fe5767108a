package clinic.daybook.app.demo;

import java.util.UUID;

/** The demo clinic's departments. The last has no doctors yet, so it can be closed. */
enum DemoDepartment {

	GENERAL_PRACTICE(1, "General practice", "Everything that has no other address."),
	DERMATOLOGY(2, "Dermatology", "Skin, hair and nails."), CARDIOLOGY(3, "Cardiology", "Heart and blood pressure."),
	PAEDIATRICS(4, "Paediatrics", "Children up to sixteen."),
	PHYSIOTHERAPY(5, "Physiotherapy", "Opens as soon as somebody works there.");

	private final int number;

	private final String label;

	private final String description;

	DemoDepartment(int number, String label, String description) {
		this.number = number;
		this.label = label;
		this.description = description;
	}

	UUID departmentId() {
		return DemoId.DEPARTMENT.number(this.number);
	}

	String label() {
		return this.label;
	}

	String description() {
		return this.description;
	}

}
