package org.lagroups.wormguard.runtime.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.lagroups.machine.Printable;
import org.lagroups.wormguard.capture.Damage;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.capture.PcapFile;
import org.lagroups.wormguard.capture.PcapWriter;
import org.lagroups.wormguard.enforce.Treatment;
import org.lagroups.wormguard.packet.LinkType;

/** Writes a capture file again without the frames that a gateway would have dropped. */
public final class PcapFilter {

  private static final int TEND_EVERY = 1 << 14;

  private PcapFilter() {}

  /**
   * What came of a file.
   *
   * @param frames how many it has
   * @param written how many of them were written
   * @param damage what ended it early, for people, if something did
   */
  public record Filtered(long frames, long written, Optional<String> damage) {}

  /**
   * Filters a file into another, which is overwritten.
   *
   * @param isStopped asked now and then; if so, what was written until then stays
   * @throws GuardException if one cannot be read, or the other not be written
   */
  public static Filtered filter(Path in, Path out, InspectingJudge judge, BooleanSupplier isStopped)
      throws GuardException {
    try (PcapFile file = open(in)) {
      if (Files.exists(out) && Files.isSameFile(in, out)) {
        throw new GuardException("the file to write is the one to read; name another");
      }
      Frames frames = file.frames();
      boolean hasFirst = frames.next();
      LinkType link = hasFirst ? frames.link() : LinkType.ETHERNET;
      if (link == LinkType.OTHER) {
        throw new GuardException(
            "the frames of %s are of a link that is not read".formatted(name(in)));
      }
      try (PcapWriter writer = PcapWriter.create(out, link)) {
        long written = hasFirst ? copy(frames, link, writer, judge, isStopped) : 0;
        return new Filtered(frames.count(), written, frames.damage().map(Damage::toString));
      }
    } catch (IOException e) {
      throw new GuardException(
          "cannot write %s: %s".formatted(name(out), Printable.of(String.valueOf(e.getMessage()))),
          e);
    }
  }

  /** From the frame on that was read already. */
  private static long copy(
      Frames frames,
      LinkType link,
      PcapWriter writer,
      InspectingJudge judge,
      BooleanSupplier isStopped)
      throws IOException, GuardException {
    long written = 0;
    do {
      if (frames.link() != link) {
        throw new GuardException(
            "frame %d is of another link than those before it, which a pcap file cannot hold"
                .formatted(frames.count()));
      }
      Treatment treatment =
          judge.judge(
              frames.memory(),
              frames.offset(),
              frames.capturedLength(),
              frames.wireLength(),
              link,
              frames.nanos());
      if (treatment == Treatment.FORWARD) {
        writer.write(
            frames.memory(),
            frames.offset(),
            frames.capturedLength(),
            frames.wireLength(),
            frames.nanos());
        written++;
      }
      if (frames.count() % TEND_EVERY == 0) {
        judge.tend(frames.nanos());
      }
    } while (!isStopped.getAsBoolean() && frames.next());
    judge.tend(frames.nanos());
    return written;
  }

  private static PcapFile open(Path in) throws GuardException {
    return switch (PcapFile.open(in)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new GuardException(why);
    };
  }

  private static String name(Path path) {
    return Printable.of(path.toString());
  }
}
