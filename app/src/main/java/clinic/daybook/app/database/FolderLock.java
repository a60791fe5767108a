package clinic.daybook.app.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import clinic.daybook.app.startup.StartupRefused;
import org.jspecify.annotations.Nullable;

/**
 * One Daybook per folder. The operating system drops the lock with the process, however
 * that ends, so there is no stale lock to clean up.
 */
final class FolderLock implements AutoCloseable {

	/** Beyond the text, which stays readable where a locked region isn't. */
	private static final long LOCKED_BYTE = 1024;

	private final FileChannel channel;

	private FolderLock(FileChannel channel) {
		this.channel = channel;
	}

	static FolderLock on(Path folder) throws IOException {
		FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			FileLock lock = tryLock(channel);
			if (lock == null) {
				String holder = read(channel);
				throw new StartupRefused("another Daybook" + (holder.isEmpty() ? "" : " (process " + holder + ")")
						+ " is running on " + folder + "; stop that one first.");
			}
			channel.truncate(0);
			channel.write(StandardCharsets.US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
			return new FolderLock(channel);
		}
		catch (IOException | RuntimeException ex) {
			channel.close();
			throw ex;
		}
	}

	private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock(LOCKED_BYTE, 1, false);
		}
		catch (OverlappingFileLockException ex) {
			return null;
		}
	}

	private static String read(FileChannel channel) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(32);
		channel.read(buffer, 0);
		return StandardCharsets.US_ASCII.decode(buffer.flip()).toString().strip();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
