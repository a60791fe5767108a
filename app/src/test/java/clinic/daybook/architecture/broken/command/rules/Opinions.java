package clinic.daybook.architecture.broken.command.rules;

import clinic.daybook.architecture.broken.command.Loud;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Opinions {

	private static final Logger LOGGER = LoggerFactory.getLogger(Opinions.class);

	public void voice(String opinion) {
		LOGGER.info(opinion);
		new Loud().voice(opinion);
	}

}
