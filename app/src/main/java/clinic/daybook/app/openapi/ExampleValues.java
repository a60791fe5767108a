package clinic.daybook.app.openapi;

import java.util.Map;

/**
 * Values for the examples that hold at this moment and in this clinic, in place of those
 * that are made up: ids that exist, slots that are free.
 */
public interface ExampleValues {

	Map<String, Object> now();

}
