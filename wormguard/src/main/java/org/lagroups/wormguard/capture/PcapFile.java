package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A capture file of any size.
 *
 * <p>What another program appends to the file meanwhile is not read; where it takes something away,
 * the frames end with a {@link Damage}.
 */
public final class PcapFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PcapFile.class);

  private final FileChannel channel;
  private final long size;

  private PcapFile(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  /** What came of opening a file. */
  public sealed interface Opening {

    /** It is a capture, at least at its beginning. To be closed. */
    record Opened(PcapFile file) implements Opening {}

    /**
     * It cannot be read.
     *
     * @param why what is wrong and what to do, for people
     */
    record Refused(String why) implements Opening {}
  }

  /** Opens a file of pcap or pcapng. */
  public static Opening open(Path path) {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return new Opening.Refused(path + " is not a regular file; copy what it has to one");
    }
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      PcapFile file = new PcapFile(channel, channel.size());
      Optional<Damage> damage = file.frames().damage();
      if (damage.isEmpty()) {
        return new Opening.Opened(file);
      }
      file.close();
      return new Opening.Refused(path + ": " + damage.get().what());
    } catch (NoSuchFileException _) {
      return new Opening.Refused(path + " does not exist; give the path of a capture file");
    } catch (AccessDeniedException _) {
      return new Opening.Refused(path + " may not be read by this user; change its permissions");
    } catch (IOException e) {
      return new Opening.Refused(path + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * The frames from the first one on; each call gives others, at the beginning, with half a
   * mebibyte of memory. Each for one thread.
   */
  public Frames frames() {
    return Frames.of(new FileSource(channel, size));
  }

  /** Bytes in the file, when it was opened. */
  public long size() {
    return size;
  }

  /** Closes the file; its frames end then. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a capture that was read does not close");
    }
  }
}
