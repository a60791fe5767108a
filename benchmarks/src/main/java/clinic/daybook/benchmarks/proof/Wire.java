package clinic.daybook.benchmarks.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

/**
 * The network between writers and database. It passes on what it gets, until it is told
 * to break: then it does so on the first connection that comes to the point.
 */
final class Wire implements AutoCloseable {

	private static final int CHUNK = 1 << 16;

	private final ServerSocket server;

	private final int to;

	private final AtomicReference<@Nullable Cut> next = new AtomicReference<>();

	private Wire(ServerSocket server, int to) {
		this.server = server;
		this.to = to;
	}

	/** To a port of this machine. */
	static Wire to(int port) throws IOException {
		Wire wire = new Wire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), port);
		Thread.ofVirtual().start(wire::accept);
		return wire;
	}

	int port() {
		return this.server.getLocalPort();
	}

	void cut(Cut how) {
		this.next.set(how);
	}

	boolean isCut() {
		return this.next.get() == null;
	}

	private void accept() {
		try {
			while (!this.server.isClosed()) {
				connect(this.server.accept());
			}
		}
		catch (IOException ex) {
			// It was closed.
			return;
		}
	}

	private void connect(Socket client) throws IOException {
		try {
			Socket database = new Socket(InetAddress.getLoopbackAddress(), this.to);
			client.setTcpNoDelay(true);
			database.setTcpNoDelay(true);
			Thread.ofVirtual().start(() -> pass(client, database, Cut.BEFORE_REQUEST, Cut.AFTER_REQUEST));
			Thread.ofVirtual().start(() -> pass(database, client, Cut.BEFORE_ANSWER, null));
		}
		catch (IOException ex) {
			// The database is away, and so we seem to be.
			client.close();
		}
	}

	private void pass(Socket from, Socket on, Cut before, @Nullable Cut after) {
		byte[] chunk = new byte[CHUNK];
		try (from; on) {
			InputStream in = from.getInputStream();
			OutputStream out = on.getOutputStream();
			int length = in.read(chunk);
			while (length >= 0 && !this.next.compareAndSet(before, null)) {
				out.write(chunk, 0, length);
				if (after != null && this.next.compareAndSet(after, null)) {
					return;
				}
				length = in.read(chunk);
			}
		}
		catch (IOException ex) {
			// The other direction has ended it.
			return;
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/** Where a connection breaks. */
	enum Cut {

		/** The database never hears of it. */
		BEFORE_REQUEST,

		/** The database works on it, and may be committing. */
		AFTER_REQUEST,

		/** It is done, and nobody learns of it. */
		BEFORE_ANSWER

	}

}
