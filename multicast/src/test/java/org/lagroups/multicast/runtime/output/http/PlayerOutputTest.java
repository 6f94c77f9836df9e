package org.lagroups.multicast.runtime.output.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.runtime.end.HostPort;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.multicast.runtime.output.OutputEvent;
import org.lagroups.multicast.runtime.output.OutputEvent.Player.Change;
import org.lagroups.multicast.runtime.output.OutputNews;
import org.lagroups.multicast.runtime.testing.Heard;
import org.lagroups.multicast.runtime.testing.TestLoop;
import org.lagroups.multicast.runtime.testing.TsBytes;
import org.lagroups.multicast.stream.StreamMode;

@Timeout(60)
class PlayerOutputTest {

  private static final OutputAddress.Http ANY =
      new OutputAddress.Http(new HostPort("127.0.0.1", 0), "/stream.ts");

  /** More than the system keeps for a connection on its own. */
  private static final int FLOOD_BYTES = 24 * 1024 * 1024;

  private final TestLoop loop = new TestLoop();
  private final Heard<OutputEvent> heard = new Heard<>();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private PlayerOutput output;

  @BeforeEach
  void begin() throws Exception {
    output = open(StreamMode.LIVE, PlayerLimits.DEFAULT);
  }

  @AfterEach
  void end() {
    output.close();
    client.shutdownNow(); // bodies that nobody read to their end
    loop.close();
  }

  @Test
  void playersWatchFromWhereTheyComeIn() throws Exception {
    write(TsBytes.packets(0, 10));
    HttpResponse<InputStream> first = watch();
    write(TsBytes.packets(10, 10));
    HttpResponse<InputStream> second = watch();
    write(TsBytes.packets(20, 10));
    output.end();
    assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
    assertThat(first.headers().firstValue("Content-Type")).hasValue("video/mp2t");
    assertThat(first.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(first.body().readAllBytes()).isEqualTo(TsBytes.packets(10, 20).toArray());
    assertThat(second.body().readAllBytes()).isEqualTo(TsBytes.packets(20, 10).toArray());
    heard.first(OutputEvent.Finished.class);
    assertThat(output.counts().bytes()).isEqualTo(30 * 188);
  }

  @Test
  void lateJoinersBeginAtAPacketsBorder() throws Exception {
    Bytes movie = TsBytes.packets(0, 20);
    write(movie.slice(0, 1_000));
    HttpResponse<InputStream> late = watch();
    write(movie.slice(1_000, 2_500));
    write(movie.slice(2_500, 20 * 188));
    output.end();
    assertThat(late.body().readAllBytes()).isEqualTo(TsBytes.packets(6, 14).toArray());
  }

  @Test
  void aSlowPlayerIsDroppedAlone() throws Exception {
    start(StreamMode.LIVE, new PlayerLimits(4, 1 << 20, 30_000));
    try (Socket slow = raw("GET /stream.ts HTTP/1.1\r\nHost: " + host() + "\r\n\r\n")) {
      heard.next(OutputEvent.Player.class);
      HttpResponse<InputStream> good = watch();
      Bytes payload = TsBytes.packets(0, 1_000);
      int sent = 0;
      while (sent < FLOOD_BYTES) {
        write(payload);
        assertThat(good.body().readNBytes(payload.length()))
            .as("the good one misses nothing")
            .isEqualTo(payload.toArray());
        sent += payload.length();
      }
      OutputEvent.Player dropped = heard.first(OutputEvent.Player.class);
      assertThat(dropped.change()).isEqualTo(Change.TOO_SLOW);
      assertThat(dropped.from()).contains(Integer.toString(slow.getLocalPort()));
      byte[] got = slow.getInputStream().readAllBytes();
      assertThat(got.length).isLessThan(FLOOD_BYTES);
      assertThat(new String(got, got.length - 5, 5, StandardCharsets.US_ASCII))
          .as("no proper end")
          .isNotEqualTo("0\r\n\r\n");
      write(payload);
      assertThat(good.body().readNBytes(payload.length())).isEqualTo(payload.toArray());
    }
  }

  @Test
  void aHeldStreamWaitsForTheFirstPlayerAndThenForTheSlowest() throws Exception {
    start(StreamMode.FILE, new PlayerLimits(4, 1 << 20, 30_000));
    assertThat(loop.call(() -> output.write(TsBytes.packets(0, 10)))).isFalse();
    HttpResponse<InputStream> player = watch(OutputEvent.Room.class);
    Bytes payload = TsBytes.packets(0, 1_000);
    int taken = 0;
    while (loop.call(() -> output.write(payload))) {
      taken++;
    }
    heard.first(OutputEvent.Slow.class);
    player.body().readNBytes(taken / 2 * payload.length());
    heard.first(OutputEvent.Room.class);
    assertThat(loop.call(() -> output.write(payload))).isTrue();
    output.end();
    assertThat(player.body().readAllBytes())
        .as("nothing is lost")
        .hasSize((taken + 1 - taken / 2) * payload.length());
  }

  @Test
  void whoTakesNothingDoesNotHoldUpOthersForEver() throws Exception {
    start(StreamMode.FILE, new PlayerLimits(4, 1 << 16, 300));
    try (Socket stuck = raw("GET /stream.ts HTTP/1.1\r\nHost: " + host() + "\r\n\r\n")) {
      heard.first(OutputEvent.Player.class);
      Bytes payload = TsBytes.packets(0, 1_000);
      loop.execute(() -> writeForEver(payload));
      heard.first(OutputEvent.Slow.class);
      HttpResponse<InputStream> good = watch();
      OutputEvent.Player dropped = heard.first(OutputEvent.Player.class);
      assertThat(dropped.change()).isEqualTo(Change.TOO_SLOW);
      assertThat(dropped.from()).contains(Integer.toString(stuck.getLocalPort()));
      byte[] got = good.body().readNBytes(FLOOD_BYTES / payload.length() * payload.length());
      assertThat(Arrays.copyOfRange(got, got.length - payload.length(), got.length))
          .isEqualTo(payload.toArray());
    }
  }

  @Test
  void aPlayerThatGoesLeavesTheOthers() throws Exception {
    HttpResponse<InputStream> goes = watch();
    HttpResponse<InputStream> stays = watch();
    goes.body().close();
    Bytes payload = TsBytes.packets(0, 1_000);
    boolean isGone = false;
    for (int i = 0; i < 1_000 && !isGone; i++) {
      write(payload);
      stays.body().readNBytes(payload.length());
      isGone = !heard.sofar().isEmpty();
    }
    assertThat(heard.first(OutputEvent.Player.class).change()).isEqualTo(Change.WENT);
    write(payload);
    assertThat(stays.body().readNBytes(payload.length())).isEqualTo(payload.toArray());
  }

  @Test
  void answersHeadAndNothingElse() throws Exception {
    HttpResponse<String> head = ask("HEAD", "/stream.ts");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).hasValue("video/mp2t");
    assertThat(ask("GET", "/").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/").body()).contains("the stream is at /stream.ts");
    assertThat(ask("POST", "/stream.ts").statusCode()).isEqualTo(405);
    assertThat(ask("POST", "/stream.ts").headers().firstValue("Allow")).hasValue("GET, HEAD");
  }

  @Test
  void answersOnlyRequestsMadeForThisAddress() throws Exception {
    for (String host : new String[] {"evil.example:" + port(), "127.0.0.1", "127.0.0.1:1"}) {
      try (Socket rebound = raw("HEAD /stream.ts HTTP/1.1\r\nHost: " + host + "\r\n\r\n")) {
        assertThat(status(rebound)).contains(" 403 ");
      }
    }
    for (String host : new String[] {"localhost:" + port(), "[::1]:" + port(), host()}) {
      try (Socket good = raw("HEAD /stream.ts HTTP/1.1\r\nHost: " + host + "\r\n\r\n")) {
        assertThat(status(good)).contains(" 200 ");
      }
    }
  }

  @Test
  void letsNoMoreWatchThanItMay() throws Exception {
    start(StreamMode.LIVE, new PlayerLimits(2, 1 << 20, 30_000));
    watch();
    watch();
    HttpResponse<String> third = ask("GET", "/stream.ts");
    assertThat(third.statusCode()).isEqualTo(503);
    assertThat(third.body()).contains("2 players watch already");
  }

  @Test
  void isForThisMachineAlone() throws Exception {
    assertThatThrownBy(() ->
            PlayerOutput.start(
                output.address(),
                PlayerLimits.DEFAULT,
                StreamMode.LIVE,
                loop,
                new OutputNews(loop, heard)))
        .isInstanceOf(BindException.class);
    assertThat(output.address().place().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void finishesAtOnceWhereNobodyWatches() throws Exception {
    write(TsBytes.packets(0, 10));
    output.end();
    heard.next(OutputEvent.Finished.class);
  }

  private void start(StreamMode mode, PlayerLimits limits) throws IOException {
    output.close();
    output = open(mode, limits);
  }

  private PlayerOutput open(StreamMode mode, PlayerLimits limits) throws IOException {
    return PlayerOutput.start(ANY, limits, mode, loop, new OutputNews(loop, heard));
  }

  private void write(Bytes payload) throws Exception {
    assertThat(loop.call(() -> output.write(payload))).isTrue();
  }

  private void writeForEver(Bytes payload) {
    output.write(payload);
    loop.schedule(1, () -> writeForEver(payload));
  }

  private HttpResponse<InputStream> watch() throws Exception {
    return watch(OutputEvent.Player.class);
  }

  /** A player that has been let in. */
  private HttpResponse<InputStream> watch(Class<? extends OutputEvent> untilTold) throws Exception {
    HttpResponse<InputStream> response =
        client.send(request("GET", "/stream.ts"), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    heard.first(untilTold);
    return response;
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return client.send(request(method, path), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path) {
    return HttpRequest.newBuilder(URI.create("http://" + host() + path))
        .version(HttpClient.Version.HTTP_1_1)
        .timeout(Duration.ofSeconds(20))
        .method(method, HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private Socket raw(String request) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(20_000);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 10_000);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String status(Socket socket) throws IOException {
    byte[] begin = socket.getInputStream().readNBytes(15);
    return new String(begin, StandardCharsets.US_ASCII);
  }

  private int port() {
    return output.address().place().port();
  }

  private String host() {
    return "127.0.0.1:" + port();
  }
}
