package org.lagroups.multicast.runtime.output.opening;

import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.OutputProblems;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.runtime.output.http.PlayerLimits;
import org.lagroups.multicast.runtime.output.http.PlayerOutput;
import org.lagroups.multicast.runtime.output.sink.SinkOutputs;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.node.disk.DiskProblems;
import org.lagroups.node.state.tables.LoopTimer;

/** Opens outputs that take payloads in order. */
public final class Outputs {

  private final LoopTimer loop;
  private final OutputStream standard;

  /** How opening ended. */
  public sealed interface Opening {

    /**
     * It takes payloads.
     *
     * @param address where it is; a free port that was asked for has its number now
     */
    record Ready(StreamOutput output, OutputAddress address) implements Opening {}

    /** It cannot be written. */
    record Refused(StreamProblem problem) implements Opening {}
  }

  /**
   * Opens outputs that tell on {@code loop}.
   *
   * @param standard what {@code -} stands for; it tells when it breaks, as a PrintStream does not
   */
  public Outputs(LoopTimer loop, OutputStream standard) {
    this.loop = loop;
    this.standard = standard;
  }

  /**
   * Opens an output. Waits for disks and names: not on the loop.
   *
   * @param listener is told on the loop
   */
  public Opening open(OutputAddress address, StreamMode mode, Consumer<OutputEvent> listener) {
    OutputNews news = new OutputNews(loop, listener);
    try {
      return switch (address) {
        case OutputAddress.OfFile file -> recorded(file, mode, news);
        case OutputAddress.Standard _ ->
            new Opening.Ready(SinkOutputs.pipe(standard, mode, news), address);
        case OutputAddress.Udp udp -> sent(udp, mode, news);
        case OutputAddress.Http http -> served(http, mode, news);
      };
    } catch (IOException e) {
      return new Opening.Refused(refusal(address, e));
    }
  }

  private static Opening recorded(OutputAddress.OfFile file, StreamMode mode, OutputNews news)
      throws IOException {
    Path folder = DiskProblems.folderOf(file.path());
    if (!Files.isDirectory(folder)) {
      return new Opening.Refused(StreamProblem.of(OutputProblems.DISK.noFolder(folder)));
    }
    return new Opening.Ready(SinkOutputs.recording(file.path(), mode, news), file);
  }

  private static Opening sent(OutputAddress.Udp udp, StreamMode mode, OutputNews news)
      throws IOException {
    if (mode == StreamMode.FILE) {
      return new Opening.Refused(
          new StreamProblem(
              "a file comes faster than it plays: it cannot be sent to " + udp,
              "receive it to FILE, or let a player open it: --output http://127.0.0.1:PORT/"));
    }
    return new Opening.Ready(SinkOutputs.udp(udp, news), udp);
  }

  private Opening served(OutputAddress.Http http, StreamMode mode, OutputNews news)
      throws IOException {
    PlayerOutput output = PlayerOutput.start(http, PlayerLimits.DEFAULT, mode, loop, news);
    return new Opening.Ready(output, output.address());
  }

  private static StreamProblem refusal(OutputAddress address, IOException e) {
    return switch (address) {
      case OutputAddress.OfFile file ->
          e instanceof FileAlreadyExistsException
              ? OutputProblems.taken(file)
              : StreamProblem.of(OutputProblems.DISK.of(e, DiskProblems.folderOf(file.path())));
      case OutputAddress.Http http when e instanceof BindException ->
          new StreamProblem(
              http + ": the port is taken by another program",
              "choose another port, or 0 for any free one");
      case OutputAddress.Http _, OutputAddress.Udp _, OutputAddress.Standard _ ->
          OutputProblems.unreachable(
              address.toString(),
              e,
              e instanceof UnknownHostException
                  ? "see that the host's name is right"
                  : OutputAddress.ALLOWED);
    };
  }
}
