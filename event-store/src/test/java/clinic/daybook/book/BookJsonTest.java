package clinic.daybook.book;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

import static clinic.daybook.book.TestBook.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BookJsonTest {

	private final Serializer events = BookJson.events(TestBook.TYPES);

	@Test
	void aPayloadIsItsComponentsAsDeclared() {
		assertThat(written(new Ledger.Noted("a", NINE, 2000, null, List.of("t")))).isEqualTo("""
				{"text":"a","when":"2026-12-01T09:00:00Z","amount":2000,"tags":["t"]}""");
		assertThat(written(new Ledger.Opened("o", ZoneId.of("America/Bogota")))).isEqualTo("""
				{"owner":"o","zone":"America/Bogota"}""");
		assertThat(written(new Ledger.Hour.Reserved("w", NINE, NINE.plusNanos(1000), "i"))).isEqualTo("""
				{"who":"w","start":"2026-12-01T09:00:00Z","end":"2026-12-01T09:00:00.000001Z","id":"i"}""");
	}

	@Test
	void metadataIsOrdered() {
		assertThat(written(MetaData.from(Map.of("b", "2", "a", "1", "c", "3"))))
			.isEqualTo("{\"a\":\"1\",\"b\":\"2\",\"c\":\"3\"}");
	}

	@Test
	void aTypeIsStoredUnderItsSimpleName() {
		SerializedObject<byte[]> stored = this.events.serialize(new Ledger.Hour.Freed("w", "i"), byte[].class);

		assertThat(stored.getType().getName()).isEqualTo("Freed");
		assertThat(stored.getType().getRevision()).isEqualTo("1");
	}

	@Test
	void whatAnEventNoLongerHasIsPassedOver() {
		assertThat(read("Freed", "1", "{\"who\":\"w\",\"id\":\"i\",\"more\":[1]}"))
			.isEqualTo(new Ledger.Hour.Freed("w", "i"));
	}

	@Test
	void aNumberThatIsMissingIsAnError() {
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> read("Noted", "1", "{\"text\":\"a\"}"));
	}

	@Test
	void aTypeThatIsNotKnownIsAnErrorAndNeverPassedOver() {
		assertThatExceptionOfType(SerializationException.class).isThrownBy(() -> read("Gone", "1", "{}"))
			.withMessageContaining("Gone");
		assertThatExceptionOfType(SerializationException.class)
			.isThrownBy(() -> read("Freed", "2", "{\"who\":\"w\",\"id\":\"i\"}"))
			.withMessageContaining("revision 2");
	}

	@Test
	void tokensOfAReplayCanBeReadBack() {
		Serializer tokens = BookJson.tokens();
		TrackingToken replay = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7),
				new GlobalSequenceTrackingToken(3));

		SerializedObject<byte[]> stored = tokens.serialize(replay, byte[].class);

		TrackingToken back = tokens.deserialize(stored);
		assertThat(back).isEqualTo(replay);
	}

	private String written(Object object) {
		return new String(this.events.serialize(object, byte[].class).getData(), StandardCharsets.UTF_8);
	}

	private Object read(String type, String revision, String json) {
		return this.events.deserialize(
				new SimpleSerializedObject<>(json.getBytes(StandardCharsets.UTF_8), byte[].class, type, revision));
	}

}
