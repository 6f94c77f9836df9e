package org.lagroups.wormguard.capture;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A capture file of any size, mapped into memory.
 *
 * <p>Mapping is several times faster than libpcap's reading, and the frames keep their place until
 * the file is closed. No other program may shorten the file meanwhile: what is gone then cannot be
 * read any more, and reading it throws an {@link InternalError}.
 */
public final class PcapFile implements AutoCloseable {

  private final Arena arena;
  private final MemorySegment memory;

  private PcapFile(Arena arena, MemorySegment memory) {
    this.arena = arena;
    this.memory = memory;
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
      return new Opening.Refused(
          path
              + " is not a regular file, and only those can be mapped; copy what it has to a file");
    }
    Arena arena = Arena.ofShared();
    Opening opening = map(path, arena);
    if (opening instanceof Opening.Refused) {
      arena.close();
    }
    return opening;
  }

  /** The frames from the first one on; each call gives others, at the beginning. */
  public Frames frames() {
    return Frames.of(memory);
  }

  /** Bytes in the file. */
  public long size() {
    return memory.byteSize();
  }

  /** Gives the memory back; frames and packets of this file are not to be touched any more. */
  @Override
  public void close() {
    arena.close();
  }

  private static Opening map(Path path, Arena arena) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      MemorySegment memory = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      return Frames.of(memory)
          .damage()
          .<Opening>map(damage -> new Opening.Refused(path + ": " + damage.what()))
          .orElseGet(() -> new Opening.Opened(new PcapFile(arena, memory)));
    } catch (NoSuchFileException _) {
      return new Opening.Refused(path + " does not exist; give the path of a capture file");
    } catch (AccessDeniedException _) {
      return new Opening.Refused(path + " may not be read by this user; change its permissions");
    } catch (IOException e) {
      return new Opening.Refused(path + " cannot be read: " + e.getMessage());
    }
  }
}
