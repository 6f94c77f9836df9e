package org.lagroups.node.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to change a home folder. The operating system takes it back when the process ends,
 * however it ends.
 */
public final class HomeLock implements AutoCloseable {

  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a home whose folders exist.
   *
   * @throws StateException if another process has it, saying which
   */
  public static HomeLock take(HomeFolder home) {
    Path file = home.lockFile();
    try {
      OwnerFiles.createFile(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw inUse(home, Files.readString(file, StandardCharsets.US_ASCII).strip());
      }
      byte[] holder =
          Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
      channel.truncate(0).write(ByteBuffer.wrap(holder));
      return new HomeLock(channel);
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot lock " + file, file, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StateException(StateException.Kind.IO, "cannot unlock the home folder", "", e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another node of this very process has it
    }
  }

  private static StateException inUse(HomeFolder home, String processId) {
    String who = processId.isEmpty() ? "another process" : "process " + processId;
    return new StateException(
        StateException.Kind.IN_USE,
        who + " already runs a node at " + home.state(),
        "use that one, stop it first, or run a second node with another --home DIR");
  }
}
