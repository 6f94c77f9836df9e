package org.lagroups.node.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.BanNode;
import org.lagroups.node.control.api.CreateGroup;
import org.lagroups.node.control.api.GroupCreated;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.InvitationCreated;
import org.lagroups.node.control.api.NodeInfo;
import org.lagroups.node.control.api.ReasonInfo;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.client.EventStream;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.control.routes.CoreRoutes;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.testing.TestNodes;
import tools.jackson.databind.JsonNode;

@Tag("network")
class ControlApiTest {

  @TempDir private static Path folder;
  private static TestNodes nodes;
  private static NodeProcess process;
  private static ControlClient client;
  private static HttpClient http;
  private static String token;

  @BeforeAll
  static void start() throws IOException {
    nodes = new TestNodes(folder);
    process = nodes.start("alice");
    client = nodes.client("alice");
    http = HttpClient.newHttpClient();
    token = Files.readString(nodes.home("alice").controlToken());
  }

  @AfterAll
  static void stop() {
    http.close();
    nodes.close();
  }

  @Test
  void saysWhoTheNodeIs() {
    NodeInfo info = client.get("/v1/node", NodeInfo.class);

    assertThat(info.node()).isEqualTo(process.self());
    assertThat(info.name()).isEqualTo("alice");
    assertThat(info.port()).isEqualTo(process.port());
    assertThat(info.addresses()).hasToString("[127.0.0.1:" + process.port() + "]");
    assertThat(info.warnings()).isEmpty();
  }

  @Test
  void showsTheTokenToItsOwnerOnly() throws IOException {
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(nodes.home("alice").controlToken())))
        .isEqualTo("rw-------");
  }

  @Test
  void answersNobodyWithoutTheToken() throws Exception {
    for (String path : Set.of("/v1/node", "/metrics", "/openapi.json", "/v1/events", "/nothing")) {
      HttpResponse<String> without = send(request(path));
      assertThat(without.statusCode()).as(path).isEqualTo(401);
      assertThat(without.body()).contains("\"error\":\"wrong-token\"").doesNotContain(token);
    }
    for (String wrong :
        Set.of("", "Bearer", "Bearer ", "Bearer " + token + "0", "Basic " + token)) {
      assertThat(send(request("/v1/node").setHeader("Authorization", wrong)).statusCode())
          .as(wrong)
          .isEqualTo(401);
    }
  }

  @Test
  void tellsItsHealthToEverybodyOnThisMachine() throws Exception {
    HttpResponse<String> health = send(request("/healthz"));

    assertThat(health.statusCode()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"ok\",\"problems\":[]}");
  }

  @Test
  void answersNoRequestMadeForAnotherHost() throws IOException {
    assertThat(raw("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains(" 403 ");
    assertThat(raw("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:1\r\n\r\n")).contains(" 403 ");
    assertThat(
            raw(
                "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nOrigin: http://127.0.0.1\r\n\r\n"
                    .formatted(process.controlPort())))
        .contains(" 403 ");
  }

  @Test
  void refusesWhatItDoesNotUnderstand() throws Exception {
    assertRefusal(post("/v1/groups", "{"), 400, "bad-body");
    assertRefusal(post("/v1/groups", ""), 400, "bad-body");
    assertRefusal(post("/v1/groups", "null"), 400, "bad-body");
    assertRefusal(post("/v1/groups", "{} {}"), 400, "bad-body");
    assertRefusal(post("/v1/groups", "{\"validityMilis\":1000}"), 400, "bad-body");
    assertRefusal(post("/v1/groups", "{\"validityMillis\":\"soon\"}"), 400, "bad-body");
    assertRefusal(post("/v1/groups", "{\"validityMillis\":1}"), 400, "bad-settings");
    assertRefusal(post("/v1/groups", "[".repeat(100_000)), 400, "bad-body");
    assertRefusal(post("/v1/nothing", "{}"), 404, "no-such-path");
    assertRefusal(post("/v1/node", "{}"), 405, "wrong-method");
    assertRefusal(post("/v1/groups/g1x/bans", "{}"), 400, "bad-body");
    NodeId someone = new NodeId(Bytes.fromHex("09".repeat(NodeId.LENGTH)));
    String ban = Json.write(new BanNode(someone, new ReasonInfo("left", "")));
    assertRefusal(post("/v1/groups/g1x/bans", ban), 400, "bad-group");
    assertRefusal(post("/v1/join", "{\"link\":\"lag:join:x\"}"), 400, "bad-link");
  }

  @Test
  void refusesABodyThatIsTooLong() throws Exception {
    assertRefusal(post("/v1/groups", " ".repeat(1024 * 1024 + 1)), 413, "body-too-long");
  }

  @Test
  void saysWhichGroupItDoesNotKnow() {
    GroupCreated left = client.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class);
    client.delete("/v1/groups/" + left.group(), Object.class);

    assertThatThrownBy(() -> client.get("/v1/groups/" + left.group(), GroupView.class))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("unknown-group"));
  }

  @Test
  void makesShowsAndLeavesAGroup() {
    GroupCreated created =
        client.post("/v1/groups", new CreateGroup(12_000L, 8), GroupCreated.class);
    String path = "/v1/groups/" + created.group();
    GroupView view = client.get(path, GroupView.class);

    assertThat(view.settings().validityMillis()).isEqualTo(12_000);
    assertThat(view.settings().maxMembers()).isEqualTo(8);
    assertThat(view.members()).singleElement().matches(one -> one.node().equals(process.self()));
    assertThat(client.get("/v1/groups", GroupList.class).groups())
        .anyMatch(one -> one.group().equals(created.group()));
    client.delete(path, Object.class);
    assertThat(client.get("/v1/groups", GroupList.class).groups())
        .noneMatch(one -> one.group().equals(created.group()));
  }

  @Test
  void doesNotJoinByItsOwnInvitation() {
    GroupCreated created =
        client.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class);
    InvitationCreated invitation =
        client.post(
            "/v1/groups/" + created.group() + "/invitations", Map.of(), InvitationCreated.class);

    assertThatThrownBy(
            () -> client.post("/v1/join", Map.of("link", invitation.link()), Object.class))
        .isInstanceOfSatisfying(
            ControlException.class, e -> assertThat(e.code()).isEqualTo("own-invitation"));
  }

  @Test
  void tellsOfChangesAndGoesOnAfterABreak() {
    String last;
    GroupCreated first;
    try (EventStream events = client.events(null)) {
      first = client.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class);
      awaitJoined(events, first);
      last = events.lastId();
    }
    GroupCreated second =
        client.post("/v1/groups", new CreateGroup(null, null), GroupCreated.class);
    try (EventStream events = client.events(last)) {
      awaitJoined(events, second);
    }
  }

  @Test
  void countsWhatTheNodeDoes() {
    String metrics = client.getText("/metrics");

    assertThat(metrics)
        .contains("lagroups_sessions ")
        .contains("lagroups_groups ")
        .contains("lagroups_wire_sent_bytes_total{carrier=\"quic\"} ")
        .contains("lagroups_loop_delay_seconds")
        .contains("lagroups_machine_calls_seconds_count{protocol=\"1\"}")
        .contains("lagroups_group_refused_total{reason=");
  }

  @Test
  void describesExactlyTheRoutesThereAre() {
    JsonNode api = Json.readTree(client.getText("/openapi.json").getBytes(StandardCharsets.UTF_8));
    Set<String> described = new TreeSet<>();
    api.path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method + " " + path.getKey())));
    Set<String> served =
        new TreeSet<>(
            Set.of("get /healthz", "get /metrics", "get /openapi.json", "get /v1/events"));
    served.addAll(Set.of("get /v1/config", "put /v1/config"));
    CoreRoutes.of(process.node(), List::of, () -> {})
        .forEach(route -> served.add(route.method().lowerCase() + " " + route.path()));

    assertThat(described).isEqualTo(served);
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertEveryReferenceLeadsSomewhere(api, api);
  }

  private static void awaitJoined(EventStream events, GroupCreated created) {
    ApiEvent event = events.next().orElseThrow();
    while (!event.type().equals(GroupEvents.JOINED)
        || !event.data().path("group").asString().equals(created.group().toString())) {
      event = events.next().orElseThrow();
    }
  }

  private static void assertEveryReferenceLeadsSomewhere(JsonNode api, JsonNode part) {
    JsonNode reference = part.path("$ref");
    if (reference.isString()) {
      String name = reference.stringValue().replace("#/components/schemas/", "");
      assertThat(api.path("components").path("schemas").has(name)).as(name).isTrue();
    }
    part.forEach(inner -> assertEveryReferenceLeadsSomewhere(api, inner));
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + process.controlPort() + path));
  }

  private static HttpRequest.Builder post(String path, String body) {
    return request(path)
        .setHeader("Authorization", "Bearer " + token)
        .POST(BodyPublishers.ofString(body));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static void assertRefusal(HttpRequest.Builder request, int status, String code)
      throws Exception {
    HttpResponse<String> response = send(request);
    assertThat(response.body()).contains("\"error\":\"" + code + "\"");
    assertThat(response.statusCode()).isEqualTo(status);
  }

  /** Sends bytes that no proper client would send. */
  private static String raw(String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), process.controlPort())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[12];
      int length = socket.getInputStream().readNBytes(answer, 0, answer.length);
      return new String(answer, 0, length, StandardCharsets.US_ASCII) + " ";
    }
  }
}
