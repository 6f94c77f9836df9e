package org.lagroups.node.control.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.control.ApiException;
import org.lagroups.node.control.ApiRoute;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.Done;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a client sends to the control API: what a path asks for, or a refusal. */
final class RequestFuzzTest {

  private final RouteTable routes =
      new RouteTable(
          List.of(
              ApiRoute.get("/v1/groups/{group}/transcript", "", Done.class, request -> Done.DONE)
                  .withQuery("member", ""),
              ApiRoute.get("/v1/groups", "", Done.class, request -> Done.DONE)));

  @MethodSource("bodySamples")
  @FuzzTest(maxDuration = "30s")
  void bodies(byte[] input) {
    HttpRequest request = new HttpRequest(input, routes.find("GET", URI.create("/v1/groups")));
    try {
      assertThat(request.body(CreateGroup.class)).isNotNull();
      BanNode ban = request.body(BanNode.class);
      assertThat(ban.node()).isNotNull();
      assertThat(ban.reason().parse()).isNotNull();
    } catch (ApiException refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  /** A client that was cut off says which event it heard last. */
  @MethodSource("eventSamples")
  @FuzzTest(maxDuration = "30s")
  void lastEvents(byte[] input) {
    EventLog log = new EventLog("run");
    log.publish("a", Done.DONE);
    try (EventLog.Listener listener =
        log.listen(new String(input, StandardCharsets.UTF_8)).orElseThrow()) {
      assertThat(listener.waiting()).isLessThanOrEqualTo(1);
    }
    assertThat(log.listenerCount()).isZero();
  }

  @MethodSource("pathSamples")
  @FuzzTest(maxDuration = "30s")
  void paths(byte[] input) {
    try {
      RouteTable.Match found =
          routes.find("GET", new URI(new String(input, StandardCharsets.UTF_8)));
      assertThat(found.path().size()).isLessThanOrEqualTo(1);
    } catch (URISyntaxException refusedByTheServer) {
      assertThat(refusedByTheServer.getReason()).isNotBlank();
    } catch (ApiException refused) {
      assertThat(refused.status()).isBetween(400, 499);
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(bodySamples(), this::bodies);
    ShortRun.on(eventSamples(), this::lastEvents);
    ShortRun.on(pathSamples(), this::paths);
  }

  static List<byte[]> bodySamples() {
    return utf8(
        "{\"node\":\"n1qtv\"}",
        "{\"node\":null,\"reason\":{\"code\":\"left\",\"detail\":\"so\"}}",
        "{\"validityMillis\":60000,\"maxMembers\":20}",
        "{\"validSeconds\":60}",
        "{\"link\":\"lag:join:\",\"timeoutMillis\":1}");
  }

  static List<byte[]> eventSamples() {
    return utf8("run-1", "run-0", "run--1", "run-9223372036854775808", "other-1");
  }

  static List<byte[]> pathSamples() {
    return utf8("/v1/groups", "/v1/groups/g1%20a/transcript?member=n1&member=%41", "//", "a:b");
  }

  private static List<byte[]> utf8(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
