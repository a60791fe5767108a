package clinic.daybook.book;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RecordShapeTest {

	@Test
	void goesThroughAllRecordsOnTheWay() {
		assertThat(RecordShape.of(Folder.class).description()).isEqualTo("Folder(name:java.lang.String,"
				+ "pages:java.util.Map<java.lang.Long,java.util.List<Page(text:java.lang.String,number:int,),>,>,"
				+ "next:Folder,open:[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY],)");
	}

	@Test
	void differsWhereverAnythingDiffers() {
		Set<String> fingerprints = Stream
			.<Class<? extends Record>>of(Plain.Note.class, Renamed.Note.class, Retyped.Note.class, More.Note.class,
					Reordered.Note.class, Deeper.Note.class)
			.map((type) -> RecordShape.of(type).fingerprint())
			.collect(Collectors.toSet());

		assertThat(fingerprints).hasSize(6);
	}

	@Test
	void isTheSameForThatOfTheSameShape() {
		assertThat(RecordShape.of(Plain.Note.class)).isEqualTo(RecordShape.of(Elsewhere.Note.class));
	}

	record Folder(String name, Map<Long, List<Page>> pages, Folder next, DayOfWeek open) {
	}

	record Page(String text, int number) {
	}

	private static final class Plain {

		record Note(String text, List<Page> pages) {
		}

	}

	private static final class Elsewhere {

		record Note(String text, List<Page> pages) {
		}

	}

	private static final class Renamed {

		record Note(String words, List<Page> pages) {
		}

	}

	private static final class Retyped {

		record Note(CharSequence text, List<Page> pages) {
		}

	}

	private static final class More {

		record Note(String text, List<Page> pages, int extra) {
		}

	}

	private static final class Reordered {

		record Note(List<Page> pages, String text) {
		}

	}

	private static final class Deeper {

		record Note(String text, List<Page> pages) {

			record Page(String text, long number) {
			}

		}

	}

}
