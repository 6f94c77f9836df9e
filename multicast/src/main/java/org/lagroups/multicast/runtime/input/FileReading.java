package org.lagroups.multicast.runtime.input;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file, and notices when it changes meanwhile. */
final class FileReading implements Reading {

  private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);

  private final Path path;
  private final FileChannel channel;
  private final Stamp stamp;
  private final int pieceBytes;

  /** By what one sees that a file is not what it was. */
  private record Stamp(long length, FileTime modified, @Nullable Object key) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(now.size(), now.lastModifiedTime(), now.fileKey());
    }
  }

  private FileReading(Path path, FileChannel channel, Stamp stamp, int pieceBytes) {
    this.path = path;
    this.channel = channel;
    this.stamp = stamp;
    this.pieceBytes = pieceBytes;
  }

  static FileReading open(Path path, int pieceBytes) throws IOException {
    Stamp stamp = Stamp.of(path);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new FileReading(path, channel, stamp, pieceBytes);
  }

  long lengthBytes() {
    return stamp.length();
  }

  /** Each piece is looked at before the file: what is handed over is of the file as it was. */
  @Override
  public InputEvent run(Handover handover) throws IOException, InterruptedException {
    ByteBuffer buffer = ByteBuffer.allocate(pieceBytes);
    long position = 0;
    while (position < stamp.length()) {
      fill(buffer.clear(), position);
      if (buffer.position() == 0 || !stamp.equals(Stamp.of(path))) {
        return changed();
      }
      position += buffer.position();
      if (!handover.put(Bytes.wrapOwned(Arrays.copyOf(buffer.array(), buffer.position())))) {
        return new InputEvent.Ended();
      }
    }
    return stamp.equals(Stamp.of(path)) ? new InputEvent.Ended() : changed();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a file that was only read did not close");
    }
  }

  @Override
  public InputEvent.Failed failure(IOException e) {
    return Files.exists(path) ? new InputEvent.Failed(Inputs.unreadable(name(), e)) : changed();
  }

  private void fill(ByteBuffer buffer, long from) throws IOException {
    long left = Math.min(buffer.capacity(), stamp.length() - from);
    buffer.limit((int) left);
    int read = channel.read(buffer, from);
    while (read > 0 && buffer.hasRemaining()) {
      read = channel.read(buffer, from + buffer.position());
    }
  }

  private InputEvent.Failed changed() {
    return new InputEvent.Failed(
        new StreamProblem(
            name() + " was changed while it was being sent",
            "send it again once nobody writes it; what is still being written can be piped in: "
                + "--input -"));
  }

  private String name() {
    return Printable.of(path.toString());
  }
}
