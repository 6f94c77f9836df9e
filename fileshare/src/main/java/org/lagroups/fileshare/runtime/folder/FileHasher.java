package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.apache.tika.Tika;
import org.lagroups.fileshare.merkle.TreeBuilder;
import org.lagroups.fileshare.record.MimeType;
import org.lagroups.fileshare.runtime.store.HashedFile;

/** Reads files once: for their trees, and their beginnings for what kind of content they have. */
final class FileHasher {

  private static final int BUFFER_BYTES = 1 << 20;
  private static final int BEGINNING_BYTES = 2 * 1024;

  private final Tika detector = new Tika();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  /**
   * Hashes a file.
   *
   * @param progress hears how many more bytes are done
   * @param stopped asked now and then whether to give up
   * @return nothing if the file changed meanwhile or the work was stopped
   */
  Optional<HashedFile> hash(FoundFile file, LongConsumer progress, BooleanSupplier stopped)
      throws IOException {
    TreeBuilder builder = new TreeBuilder();
    byte[] beginning = {};
    long read = 0;
    try (FileChannel channel =
        FileChannel.open(file.path(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      while (read(channel) > 0 && !stopped.getAsBoolean()) {
        if (read == 0) {
          beginning = Arrays.copyOf(buffer.array(), Math.min(buffer.position(), BEGINNING_BYTES));
        }
        builder.update(buffer.array(), 0, buffer.position());
        read += buffer.position();
        progress.accept(buffer.position());
      }
    }
    if (stopped.getAsBoolean() || read != file.stamp().sizeBytes() || hasChanged(file)) {
      return Optional.empty();
    }
    MimeType type = detect(beginning, file.relative());
    return Optional.of(new HashedFile(file.relative(), file.stamp(), builder.finish(), type));
  }

  private int read(FileChannel channel) throws IOException {
    buffer.clear();
    int more = channel.read(buffer);
    while (more > 0) {
      more = channel.read(buffer);
    }
    return buffer.position();
  }

  private static boolean hasChanged(FoundFile file) throws IOException {
    BasicFileAttributes now =
        Files.readAttributes(file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return !FolderWalk.stamp(now).equals(file.stamp());
  }

  /** By its name, and only if that says nothing by its content: looking there costs much more. */
  private MimeType detect(byte[] beginning, String name) {
    MimeType named = type(detector.detect(name));
    return named.equals(MimeType.UNKNOWN) ? type(detector.detect(beginning, name)) : named;
  }

  private static MimeType type(String text) {
    String type = text.toLowerCase(Locale.ROOT);
    return MimeType.isType(type) ? new MimeType(type) : MimeType.UNKNOWN;
  }
}
