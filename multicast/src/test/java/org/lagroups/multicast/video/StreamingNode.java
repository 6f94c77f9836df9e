package org.lagroups.multicast.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.BeginSending;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.MulticastModule;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;

/** A whole node in this process, on 127.0.0.1, asked over its control API as commands do. */
final class StreamingNode implements AutoCloseable {

  private static final long LONGEST_SECONDS = 60;
  private static final long LOOK_MILLIS = 20;

  private final NodeProcess process;
  private final ControlClient control;

  private StreamingNode(NodeProcess process, ControlClient control) {
    this.process = process;
    this.control = control;
  }

  /** With something that stands for {@code -} as an input. */
  static StreamingNode start(Path folder, InputStream standardInput) {
    StandardStreams standard = new StandardStreams(standardInput, OutputStream.nullOutputStream());
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(MulticastModule.with(standard)))
            .withConfig(config -> config.withListen("127.0.0.1", 0));
    HomeFolder home = HomeFolder.at(folder);
    return new StreamingNode(NodeProcess.start(home, options), ControlClient.of(home));
  }

  NodeId id() {
    return process.self();
  }

  CastView send(String input, @Nullable Long latencyMillis) {
    BeginSending wish = new BeginSending(input, "video", null, latencyMillis, null);
    return control.post("/v1/cast/sent", wish, CastView.class);
  }

  CastView receive(@Nullable String link, Path output, @Nullable Long latencyMillis) {
    BeginReceiving wish =
        new BeginReceiving(String.valueOf(link), List.of(output.toString()), latencyMillis, null);
    return control.post("/v1/cast/received", wish, CastView.class);
  }

  /** Waits until a stream is as it should be, and answers how it is then. */
  CastView await(String stream, Predicate<CastView> isSo) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      CastView view = control.get("/v1/cast/streams/" + stream, CastView.class);
      assertThat(view.problem()).isNull();
      if (isSo.test(view)) {
        return view;
      }
      assertThat(System.nanoTime()).as("in time: %s", view).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
    }
  }

  /** Ends a stream. */
  CastView end(String stream) {
    return control.delete("/v1/cast/streams/" + stream, CastView.class);
  }

  @Override
  public void close() {
    process.close();
  }
}
