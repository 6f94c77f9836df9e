package org.lagroups.multicast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.entry.Audience;
import org.lagroups.multicast.runtime.end.InputAddress;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.end.StreamProblem;
import org.lagroups.multicast.runtime.session.Sessions;
import org.lagroups.multicast.runtime.session.Sessions.Beginning;
import org.lagroups.multicast.runtime.session.StandardStreams;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.node.embed.EmbeddedNode;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.runtime.ModuleHost;
import org.lagroups.node.runtime.NodeModule;
import org.lagroups.node.runtime.OpenModule;
import org.lagroups.node.state.Schema;

/** A node on loopback, in this process, with streams from end to end. */
final class CastPeer implements AutoCloseable {

  private static final long SECONDS = 40;

  private final EmbeddedNode node;
  private @Nullable OpenCast cast;

  /** A node to which nobody's standard input and output belong. */
  CastPeer(Path home) {
    this(home, null);
  }

  CastPeer(Path home, @Nullable StandardStreams standard) {
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(new Module(Optional.ofNullable(standard))))
            .withConfig(config -> config.withListen("127.0.0.1", 0));
    node = EmbeddedNode.start(home, options, new SimpleMeterRegistry());
  }

  /** Begins to send, live if it is no file. */
  CastView send(String input, long latencyMillis) {
    return begun(
        sessions()
            .send(
                new Sessions.Wish(
                    InputAddress.parse(input),
                    "a title",
                    Optional.empty(),
                    latencyMillis,
                    new Audience.Everybody())));
  }

  /** Begins to receive. */
  CastView receive(String link, long latencyMillis, Object... outputs) {
    return begun(
        sessions()
            .receive(
                StreamLink.parse(link), addresses(outputs), latencyMillis, OptionalLong.empty()));
  }

  /** What is answered to somebody who cannot begin to receive. */
  StreamProblem refused(String link, Object... outputs) {
    Beginning beginning =
        sessions().receive(StreamLink.parse(link), addresses(outputs), 1_000, OptionalLong.empty());
    assertThat(beginning).isInstanceOf(Beginning.Refused.class);
    return ((Beginning.Refused) beginning).problem();
  }

  /** Sends no more than that from now on. */
  void cap(double mbps) {
    assertThat(sessions().cap(new CastUplink(mbps)).mbps()).isEqualTo(mbps);
  }

  CastView look(CastView stream) {
    return sessions().find(StreamId.parse(stream.stream())).orElseThrow();
  }

  /** Waits until a stream is as it should be. */
  CastView await(CastView stream, String what, Predicate<CastView> condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    CastView last = look(stream);
    while (!condition.test(last)) {
      assertThat(System.nanoTime()).as("%s: %s", what, last).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      last = look(stream);
    }
    return last;
  }

  /** Waits until a stream is over. */
  CastView awaitEnd(CastView stream) {
    return await(
        stream, "is over", view -> view.phase().equals("done") || view.phase().equals("failed"));
  }

  /** Waits until a stream of this node has so many direct receivers. */
  void awaitMembers(CastView stream, int count) {
    await(stream, count + " members", view -> view.members().size() == count);
  }

  Optional<CastView> end(CastView stream) {
    return sessions().close(StreamId.parse(stream.stream()));
  }

  /** Ends the node in order, as SIGTERM does. */
  void endNode() {
    node.close();
  }

  @Override
  public void close() {
    endNode();
  }

  private Sessions sessions() {
    return Objects.requireNonNull(cast).sessions();
  }

  private static List<OutputAddress> addresses(Object... outputs) {
    return Stream.of(outputs).map(output -> OutputAddress.parse(output.toString())).toList();
  }

  private static CastView begun(Beginning beginning) {
    assertThat(beginning).isInstanceOf(Beginning.Begun.class);
    return ((Beginning.Begun) beginning).view();
  }

  private final class Module implements NodeModule {

    private final Optional<StandardStreams> standard;

    Module(Optional<StandardStreams> standard) {
      this.standard = standard;
    }

    @Override
    public String name() {
      return new MulticastModule().name();
    }

    @Override
    public Schema schema() {
      return new MulticastModule().schema();
    }

    @Override
    public OpenModule open(ModuleHost host) {
      cast = OpenCast.open(host, standard);
      return cast;
    }
  }
}
