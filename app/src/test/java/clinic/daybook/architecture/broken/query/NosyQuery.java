package clinic.daybook.architecture.broken.query;

import clinic.daybook.architecture.broken.command.NosyDecider;
import org.jspecify.annotations.Nullable;

public class NosyQuery {

	@Nullable NosyDecider decider;

}
