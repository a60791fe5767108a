package clinic.daybook.architecture.broken.command;

import clinic.daybook.architecture.broken.query.NosyQuery;

public class NosyCommand {

	public Object ask() {
		return new NosyQuery();
	}

}
