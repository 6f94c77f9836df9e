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
import org.lagroups.node.control.api.AttestNode;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.CreateInvitation;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.JoinGroup;
import org.lagroups.node.control.json.Json;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

/** Whatever a client sends to the control API: what a path asks for, or a refusal. */
final class RequestFuzzTest {

  private static final List<Class<?>> BODIES =
      List.of(
          AttestNode.class,
          BanNode.class,
          CreateGroup.class,
          CreateInvitation.class,
          JoinGroup.class);

  private final RouteTable routes =
      new RouteTable(
          List.of(
              ApiRoute.get("/v1/groups/{group}/transcript", "", Done.class, request -> Done.DONE)
                  .withQuery("member", ""),
              ApiRoute.get("/v1/groups", "", Done.class, request -> Done.DONE)));

  @MethodSource("bodySamples")
  @FuzzTest(maxDuration = "30s")
  void bodies(byte[] input) {
    for (Class<?> type : BODIES) {
      try {
        Object body = Json.readStrict(input, type);
        if (body != null) {
          assertThat(Json.readStrict(Json.writeBytes(body), type)).isEqualTo(body);
        }
      } catch (JacksonException refused) {
        assertThat(refused.getOriginalMessage()).isNotBlank();
      }
    }
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

  static List<byte[]> pathSamples() {
    return utf8("/v1/groups", "/v1/groups/g1%20a/transcript?member=n1&member=%41", "//", "a:b");
  }

  private static List<byte[]> utf8(String... texts) {
    return Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }
}
