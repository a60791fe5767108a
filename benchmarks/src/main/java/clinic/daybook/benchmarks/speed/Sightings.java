package clinic.daybook.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import clinic.daybook.api.DaybookEvent;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/** When a reader's handler first saw each event, by the clock of the machine. */
final class Sightings {

	private final Map<String, Instant> seen = new ConcurrentHashMap<>();

	@EventHandler
	void on(DaybookEvent event, EventMessage<?> message) {
		this.seen.putIfAbsent(message.getIdentifier(), Clock.systemUTC().instant());
	}

	Map<String, Instant> all() {
		return Map.copyOf(this.seen);
	}

	void writeTo(Path file) throws IOException {
		Files.write(file,
				this.seen.entrySet().stream().map((entry) -> entry.getKey() + " " + entry.getValue()).toList());
	}

	static Map<String, Instant> readFrom(Path file) throws IOException {
		List<String> lines = Files.readAllLines(file);
		return lines.stream()
			.map((line) -> line.split(" ", 2))
			.collect(Collectors.toMap((words) -> words[0], (words) -> Instant.parse(words[1])));
	}

}
