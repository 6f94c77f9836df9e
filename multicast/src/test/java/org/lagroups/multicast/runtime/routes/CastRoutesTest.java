package org.lagroups.multicast.runtime.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastList;
import org.lagroups.multicast.api.CastUplink;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.protocol.CastMachine;
import org.lagroups.multicast.runtime.MulticastModule;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.process.NodeProcess;
import org.lagroups.node.state.HomeFolder;
import tools.jackson.databind.JsonNode;

/** {@code /v1/cast/…} of a node that runs in a process with a standard input of its own. */
@Tag("network")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CastRoutesTest {

  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final String NOBODY = "/v1/cast/streams/s1";

  private Path folder = Path.of("");
  private @Nullable NodeProcess process;
  private @Nullable ControlClient control;

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    NodeOptions options =
        NodeOptions.standard()
            .withModules(List.of(new MulticastModule()))
            .withConfig(config -> config.withListen("127.0.0.1", 0));
    process = NodeProcess.start(home(), options);
    control = ControlClient.of(home());
    Files.write(file(), new byte[100_000]);
  }

  @AfterAll
  void stop() {
    if (process != null) {
      process.close();
    }
  }

  @Test
  void refusesWhatCannotBeSentAndNamesTheField() {
    refusedToSend("input", "udp://nowhere");
    refusedToSend("input", "http://127.0.0.1:1/");
    refusedToSend("input", "relative.ts");
    refusedToSend("input", "-");
    refusedToSend("input", "");
    refusedToSend("title", "x".repeat(121));
    refusedToSend("title", "\u001b[2J");
    refusedToSend("mode", "Live");
    refusedToSend("latencyMillis", 99);
    refusedToSend("latencyMillis", 60_001);
    refusedToSend("invited", List.of());
    refusedToSend("invited", List.of("n1typo"));
    refusedToSend("invited", Collections.nCopies(1_001, node().toString()));
    refusedToSend("colour", "red");
    refused(BAD_REQUEST, "input", "POST", "/v1/cast/sent", Map.of("title", "no input"));
    assertThat(streams()).isEmpty();
  }

  @Test
  void refusesWhatCannotBeReceivedAndNamesTheField() {
    refusedToReceive("link", "lag:cast:abc");
    refusedToReceive("link", "https://example.org/");
    refusedToReceive("outputs", List.of());
    refusedToReceive("outputs", Collections.nCopies(17, file().toString()));
    refusedToReceive("outputs", List.of("relative.ts"));
    refusedToReceive("outputs", List.of("-"));
    refusedToReceive("outputs", List.of("udp://127.0.0.1:0"));
    refusedToReceive("outputs", List.of("http://0.0.0.0:0/"));
    refusedToReceive("outputs", List.of("/tmp/x.ts", "/tmp/x.ts"));
    refusedToReceive("latencyMillis", -1);
    refusedToReceive("giveUpSeconds", 4);
    refusedToReceive("giveUpSeconds", 604_801);
    refused(BAD_REQUEST, "outputs", "POST", "/v1/cast/received", Map.of("link", link()));
    assertThat(streams()).isEmpty();
  }

  @Test
  void knowsOnlyStreamsThatThereAre() {
    refused(BAD_REQUEST, "stream", "GET", NOBODY, null);
    refused(BAD_REQUEST, "stream", "DELETE", NOBODY, null);
    String unknown = "/v1/cast/streams/" + StreamLink.parse(link()).stream();
    refused(NOT_FOUND, "neither sends nor receives", "GET", unknown, null);
    refused(NOT_FOUND, "neither sends nor receives", "DELETE", unknown, null);
  }

  @Test
  void refusesWhatTheInputOrItsNodeDoesNotAllow() throws IOException {
    refused(CONFLICT, "no file", "POST", "/v1/cast/sent", sending("input", "/no/such/file.ts"));
    refused(CONFLICT, "folder", "POST", "/v1/cast/sent", sending("input", folder.toString()));
    Path empty = Files.write(folder.resolve("empty.ts"), new byte[0]);
    refused(CONFLICT, "empty", "POST", "/v1/cast/sent", sending("input", empty.toString()));
    refused(CONFLICT, "pace", "POST", "/v1/cast/sent", sending("mode", "live"));
    CastView own = control().post("/v1/cast/sent", sending(), CastView.class);
    Map<String, Object> wish = receiving("link", String.valueOf(own.link()));
    refused(CONFLICT, "sends the stream itself", "POST", "/v1/cast/received", wish);
    end(own);
  }

  @Test
  void sendsNoMoreStreamsThanItCan() {
    List<CastView> begun = new ArrayList<>();
    for (int i = 0; i < CastMachine.MAX_STREAMS; i++) {
      begun.add(control().post("/v1/cast/sent", sending(), CastView.class));
    }
    refused(CONFLICT, "16 streams already", "POST", "/v1/cast/sent", sending());
    assertThat(streams()).hasSize(CastMachine.MAX_STREAMS);
    begun.forEach(this::end);
    assertThat(streams()).isEmpty();
  }

  @Test
  void listsAndEndsWhatItReceives() {
    CastView view = control().post("/v1/cast/received", receiving(), CastView.class);
    assertThat(view.role()).isEqualTo(CastView.RECEIVES);
    refused(CONFLICT, "receives the stream already", "POST", "/v1/cast/received", receiving());
    assertThat(streams()).extracting(CastView::stream).containsExactly(view.stream());
    end(view);
    assertThat(streams()).isEmpty();
  }

  @Test
  void capsTheUplinkUntilItIsToldOtherwise() {
    assertThat(uplink()).isEqualTo(CastUplink.UNLIMITED);
    assertThat(control().put("/v1/cast/uplink", new CastUplink(2.5), CastUplink.class))
        .isEqualTo(new CastUplink(2.5));
    for (Object wrong : List.of(-1, 0.001, 1e12, "much")) {
      refused(BAD_REQUEST, "mbps", "PUT", "/v1/cast/uplink", Map.of("mbps", wrong));
    }
    refused(BAD_REQUEST, "mbps", "PUT", "/v1/cast/uplink", Map.of());
    assertThat(uplink()).isEqualTo(new CastUplink(2.5));
    control().put("/v1/cast/uplink", CastUplink.UNLIMITED, CastUplink.class);
    assertThat(uplink()).isEqualTo(CastUplink.UNLIMITED);
  }

  @Test
  void isDescribed() {
    String described = control().getText("/openapi.json");
    assertThat(described)
        .contains("/v1/cast/sent", "/v1/cast/received", "/v1/cast/streams", "/v1/cast/uplink");
  }

  private void refusedToSend(String field, Object value) {
    refused(BAD_REQUEST, field, "POST", "/v1/cast/sent", sending(field, value));
  }

  private void refusedToReceive(String field, Object value) {
    refused(BAD_REQUEST, field, "POST", "/v1/cast/received", receiving(field, value));
  }

  /** The answer has this status, and says this. */
  private void refused(int status, String said, String method, String path, @Nullable Object body) {
    HttpResponse<String> answer = request(method, path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    JsonNode error = Json.readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    assertThat(error.toString()).contains(said);
  }

  private HttpResponse<String> request(String method, String path, @Nullable Object body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      JsonNode point = Json.readTree(Files.readAllBytes(home().controlFile()));
      URI uri = URI.create("http://127.0.0.1:" + point.path("port").asInt() + path);
      HttpRequest.BodyPublisher content =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(Json.write(body));
      return client.send(
          HttpRequest.newBuilder(uri)
              .header("Authorization", "Bearer " + Files.readString(home().controlToken()).strip())
              .header("Content-Type", "application/json")
              .method(method, content)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Map<String, Object> sending() {
    return sending("input", file().toString());
  }

  /** A wish that could be fulfilled, but for this field. */
  private Map<String, Object> sending(String field, Object value) {
    Map<String, Object> wish = new HashMap<>(Map.of("input", file().toString()));
    wish.put(field, value);
    return wish;
  }

  private Map<String, Object> receiving() {
    return receiving("link", link());
  }

  private Map<String, Object> receiving(String field, Object value) {
    Map<String, Object> wish =
        new HashMap<>(
            Map.of("link", link(), "outputs", List.of(folder.resolve("out.bin").toString())));
    wish.put(field, value);
    return wish;
  }

  private void end(CastView view) {
    control().delete("/v1/cast/streams/" + view.stream(), CastView.class);
  }

  private List<CastView> streams() {
    return control().get("/v1/cast/streams", CastList.class).streams();
  }

  private CastUplink uplink() {
    return control().get("/v1/cast/uplink", CastUplink.class);
  }

  /** To a stream that nobody sends, from a node that is nowhere. */
  private static String link() {
    StreamId stream = new StreamId(Bytes.fromHex("01".repeat(StreamId.LENGTH)));
    NodeAddress address = new NodeAddress("127.0.0.1", 9);
    return new StreamLink(stream, new Contact(node(), List.of(address)), Optional.empty()).text();
  }

  private static NodeId node() {
    return new NodeId(Bytes.fromHex("02".repeat(NodeId.LENGTH)));
  }

  private Path file() {
    return folder.resolve("content.bin");
  }

  private HomeFolder home() {
    return HomeFolder.at(folder.resolve("node"));
  }

  private ControlClient control() {
    return Objects.requireNonNull(control);
  }
}
