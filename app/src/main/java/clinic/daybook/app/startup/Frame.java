package clinic.daybook.app.startup;

import java.nio.charset.Charset;
import java.util.List;

/**
 * Draws a box around lines, with the finest characters the terminal's charset has.
 */
enum Frame {

	DRAWN("┌─┐│└┘"), TYPED("+-+|++");

	private final String parts;

	Frame(String parts) {
		this.parts = parts;
	}

	static Frame thatFits(Charset charset) {
		return charset.canEncode() && charset.newEncoder().canEncode(DRAWN.parts) ? DRAWN : TYPED;
	}

	String around(List<String> lines) {
		int width = lines.stream().mapToInt(String::length).max().orElse(0);
		String edge = part(1).repeat(width + 2);
		StringBuilder box = new StringBuilder(part(0) + edge + part(2) + "\n");
		for (String line : lines) {
			box.append(part(3)).append(' ').append(line).append(" ".repeat(width - line.length()));
			box.append(' ').append(part(3)).append('\n');
		}
		return box.append(part(4)).append(edge).append(part(5)).toString();
	}

	private String part(int index) {
		return this.parts.substring(index, index + 1);
	}

}
