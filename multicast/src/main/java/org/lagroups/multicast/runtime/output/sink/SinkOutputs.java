package org.lagroups.multicast.runtime.output.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.stream.StreamMode;

/** Opens outputs with one reader each. Waits for disks and names: not on the loop. */
public final class SinkOutputs {

  /** How much may wait: some seconds of a live stream. */
  static final int CAPACITY_BYTES = 8 * 1024 * 1024;

  private SinkOutputs() {}

  /**
   * Writes to standard output, or wherever it was sent.
   *
   * @param out tells when it breaks, as a PrintStream does not; it is not closed
   */
  public static StreamOutput pipe(OutputStream out, StreamMode mode, OutputNews news) {
    return QueuedOutput.start(new PipeSink(out), CAPACITY_BYTES, mode, news);
  }

  /**
   * Records in a new file.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  public static StreamOutput recording(Path file, StreamMode mode, OutputNews news)
      throws IOException {
    return QueuedOutput.start(RecordingSink.open(file), CAPACITY_BYTES, mode, news);
  }

  /** Sends a live stream by UDP, at the pace at which it arrives. */
  public static StreamOutput udp(OutputAddress.Udp address, OutputNews news) throws IOException {
    ArrivalPace arrivals = new ArrivalPace();
    UdpSink sink = UdpSink.open(address, arrivals);
    return new PacedOutput(
        QueuedOutput.start(sink, CAPACITY_BYTES, StreamMode.LIVE, news), arrivals);
  }
}
