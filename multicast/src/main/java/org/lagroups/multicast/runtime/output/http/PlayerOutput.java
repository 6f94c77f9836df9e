package org.lagroups.multicast.runtime.output.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.HostPort;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.output.Backlog;
import org.lagroups.multicast.runtime.output.OutputCounts;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputEvent.Player.Change;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.output.PayloadQueue;
import org.lagroups.multicast.runtime.output.StreamOutput;
import org.lagroups.multicast.stream.StreamMode;
import org.lagroups.node.state.tables.LoopTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the stream to players on this machine.
 *
 * <p>A player begins with what comes next, at a TS packet's border. In a live stream one that takes
 * less than there is is let go, alone. A stream that is held waits for the first player and then
 * for the slowest, but not for one that takes nothing while others wait.
 */
public final class PlayerOutput implements StreamOutput {

  private static final Logger LOG = LoggerFactory.getLogger(PlayerOutput.class);
  private static final int BACKLOG = 16;
  private static final int NO_BODY = -1;
  private static final int LOOKS = 6;

  private final HttpServer server;
  private final OutputAddress.Http address;
  private final PlayerGate gate;
  private final PlayerLimits limits;
  private final StreamMode mode;
  private final OutputNews news;
  private final LoopTimer loop;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong bytes = new AtomicLong();

  /** Guards what follows. */
  private final Object lock = new Object();

  private final List<Player> players = new ArrayList<>();
  private boolean isAwaited;
  private boolean isEnded;
  private boolean isClosed;

  private PlayerOutput(
      HttpServer server,
      OutputAddress.Http address,
      PlayerLimits limits,
      StreamMode mode,
      LoopTimer loop,
      OutputNews news) {
    this.server = server;
    this.address = address;
    this.gate = new PlayerGate(address);
    this.limits = limits;
    this.mode = mode;
    this.loop = loop;
    this.news = news;
  }

  /**
   * Begins to serve.
   *
   * @throws IOException if the port is taken, or the host is not of this machine alone
   */
  public static PlayerOutput start(
      OutputAddress.Http asked,
      PlayerLimits limits,
      StreamMode mode,
      LoopTimer loop,
      OutputNews news)
      throws IOException {
    InetAddress ip = InetAddress.getByName(asked.place().host());
    if (!ip.isLoopbackAddress()) {
      throw new IOException("not an address of this machine alone");
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(ip, asked.place().port()), BACKLOG);
    HostPort place = new HostPort(asked.place().host(), server.getAddress().getPort());
    OutputAddress.Http address = new OutputAddress.Http(place, asked.path());
    PlayerOutput output = new PlayerOutput(server, address, limits, mode, loop, news);
    server.createContext("/", output::handle);
    server.setExecutor(output.threads);
    server.start();
    if (mode == StreamMode.FILE) {
      output.lookLater();
    }
    return output;
  }

  /** Where players find it. */
  public OutputAddress.Http address() {
    return address;
  }

  @Override
  public boolean write(Bytes payload) {
    synchronized (lock) {
      return mode == StreamMode.LIVE ? writeLive(payload) : writeHeld(payload);
    }
  }

  @Override
  public void end() {
    synchronized (lock) {
      isEnded = true;
      players.forEach(Player::end);
      finishIfDone();
    }
  }

  @Override
  public OutputCounts counts() {
    return new OutputCounts(bytes.get(), 0, 0, 0);
  }

  @Override
  public void close() {
    news.silence();
    synchronized (lock) {
      players.forEach(Player::cutOff);
      stop();
    }
  }

  private boolean writeLive(Bytes payload) {
    players.stream().filter(player -> !player.offer(payload)).forEach(Player::cutOff);
    return true;
  }

  private boolean writeHeld(Bytes payload) {
    isAwaited = players.isEmpty();
    if (isAwaited || players.stream().anyMatch(Player::isFull)) {
      return false;
    }
    players.forEach(player -> player.offer(payload));
    return true;
  }

  private void handle(HttpExchange exchange) {
    try (exchange) {
      Headers headers = exchange.getResponseHeaders();
      headers.set("Cache-Control", "no-store");
      Optional<PlayerGate.Refusal> refusal = gate.refusal(exchange);
      if (refusal.isPresent()) {
        refuse(exchange, refusal.get());
        return;
      }
      headers.set("Content-Type", "video/mp2t");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.sendResponseHeaders(200, NO_BODY);
        return;
      }
      serve(exchange);
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("a player went away");
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    Player player = new Player(exchange, queue(), bytes);
    Optional<PlayerGate.Refusal> refusal = admit(player);
    if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
      return;
    }
    news.tell(new OutputEvent.Player(player.name(), Change.CAME));
    try {
      Optional<Change> end = player.serve();
      news.tell(new OutputEvent.Player(player.name(), end.orElse(Change.WENT)));
    } finally {
      synchronized (lock) {
        players.remove(player);
        finishIfDone();
      }
    }
  }

  private Optional<PlayerGate.Refusal> admit(Player player) {
    synchronized (lock) {
      if (isEnded) {
        return Optional.of(new PlayerGate.Refusal(410, "the stream has ended"));
      }
      if (players.size() >= limits.maxPlayers()) {
        return Optional.of(
            new PlayerGate.Refusal(503, limits.maxPlayers() + " players watch already"));
      }
      players.add(player);
      if (isAwaited) {
        isAwaited = false;
        news.tell(new OutputEvent.Room());
      }
      return Optional.empty();
    }
  }

  private PayloadQueue queue() {
    boolean isHeld = mode == StreamMode.FILE;
    return new PayloadQueue(
        new Backlog(
            limits.queueBytes(),
            isHeld ? () -> news.tell(new OutputEvent.Slow()) : () -> {},
            isHeld ? () -> news.tell(new OutputEvent.Room()) : () -> {}));
  }

  private static void refuse(HttpExchange exchange, PlayerGate.Refusal refusal) throws IOException {
    byte[] reason = (refusal.reason() + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    if (refusal.status() == 405) {
      exchange.getResponseHeaders().set("Allow", "GET, HEAD");
    }
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(refusal.status(), isHead ? NO_BODY : reason.length);
    if (!isHead) {
      exchange.getResponseBody().write(reason);
    }
  }

  /** In a held stream, one that takes nothing must not hold up the others for ever. */
  private void look() {
    synchronized (lock) {
      if (isClosed) {
        return;
      }
      long now = System.nanoTime();
      long forNanos = TimeUnit.MILLISECONDS.toNanos(limits.stuckMillis());
      List<Player> stuck = players.stream().filter(one -> one.isStuck(now, forNanos)).toList();
      if (stuck.size() < players.size()) {
        stuck.forEach(Player::cutOff);
      }
    }
    lookLater();
  }

  private void lookLater() {
    loop.schedule(Math.max(1, limits.stuckMillis() / LOOKS), this::look);
  }

  private void finishIfDone() {
    if (isEnded && players.isEmpty() && !isClosed) {
      news.tell(new OutputEvent.Finished());
      stop();
    }
  }

  /** Not here: the server waits for its own threads. */
  private void stop() {
    if (!isClosed) {
      isClosed = true;
      Thread.ofVirtual()
          .start(() -> {
            server.stop(0);
            threads.shutdown();
          });
    }
  }
}
