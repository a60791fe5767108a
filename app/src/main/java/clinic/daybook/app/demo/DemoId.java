package clinic.daybook.app.demo;

import java.util.UUID;

/**
 * Ids that are the same in every demo clinic, so that examples can name them. They are
 * version 8, which is free for such use.
 */
enum DemoId {

	ACCOUNT(0xacc0), DOCTOR(0xd0c0), DEPARTMENT(0xdea0), APPOINTMENT(0xa990), TIME_OFF(0x0ff0), EXTRA_HOURS(0xe840);

	private static final long DEMO = 0xda7b0000L << 32;

	private static final long VERSION = 0x8000L;

	private static final long VARIANT = Long.MIN_VALUE;

	private final long kind;

	DemoId(long kind) {
		this.kind = kind;
	}

	UUID number(int number) {
		return new UUID(DEMO | (this.kind << 16) | VERSION, VARIANT | number);
	}

}
