package org.lagroups.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.testing.TestNodes;
import tools.jackson.databind.JsonNode;

/** A member proves its membership by a file, and somebody without a node checks it. */
@Tag("network")
class TranscriptCommandsTest {

  @TempDir private Path folder;
  private TestNodes nodes;
  private Path file = Path.of("");
  private String group = "";

  @BeforeEach
  void aGroupOfThree() {
    nodes = new TestNodes(folder.resolve("nodes"));
    List.of("alice", "bob", "carol").forEach(name -> nodes.start(name));
    group = lag("alice", "group", "create", "--validity", "30").out().strip();
    for (String guest : List.of("bob", "carol")) {
      lag(guest, "group", "join", lag("alice", "group", "invite").out().strip());
    }
    file = folder.resolve("transcript.json");
    TestNodes.await("two have signed for bob", () -> export("bob", 2).code() == 0);
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void convinceAStranger() {
    String carol = id("carol");
    Captured check = verify("-k", "2", "--trust", carol, "-g", group, "--member", id("bob"));
    assertThat(check.out()).contains("signed by 2, of which 1 trusted\nvalid\n");
    assertThat(check.code()).isZero();
    JsonNode json = verify("--json", "-k", "2").json();
    assertThat(json.get("valid").asBoolean()).isTrue();
    assertThat(json.get("signers").asInt()).isEqualTo(2);
  }

  @Test
  void sayExactlyWhatIsMissing() {
    assertThat(verify("-t", "2").out())
        .contains("too few trusted: 0 of those who sign are trusted, not 2");
    Captured check = verify("-k", "3", "--trust", id("bob"), "--member", id("alice"));
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out())
        .contains("NOT VALID")
        .contains("wrong member: it is about " + id("bob"))
        .contains("too few signers: 2 sign, not 3")
        .contains("too few trusted: 0 of those who sign are trusted, not 1");
  }

  @Test
  void areNotValidOnceAltered() throws IOException {
    String text = Files.readString(file);
    String expiry = text.replaceAll("(?s).*\"expiryMillis\" : (\\d+).*", "$1");
    Files.writeString(file, text.replace(expiry, String.valueOf(Long.parseLong(expiry) + 10_000)));
    Captured check = verify();
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out()).contains("bad signature: the signature is not that of these 2");
  }

  @Test
  void ofAnotherMemberAreAskedOfIt() {
    TestNodes.await("alice gives hers", () -> ofAlice("-k", "2").code() == 0);
    Captured check = verify("-k", "2", "-g", group, "--member", id("alice"));
    assertThat(check.out()).contains("signed by 2, of which 0 trusted\nvalid\n");
    assertThat(ofAlice("-k", "3").err()).contains("only 2 members have signed for n1");
    assertThat(ofAlice("--all").code()).as("one or all").isEqualTo(2);
    Captured nobody = lag("carol", "transcript", "export", "--of", "dave");
    assertThat(nobody.err()).contains("no member is called dave");
  }

  @Test
  void ofAllMembersAtOnceAreASnapshot() throws IOException {
    TestNodes.await("all vouch for all", () -> snapshot().out().contains("6 attestations"));
    Captured check = verify("-k", "2", "--trust", id("alice") + "," + id("bob"), "-g", group);
    assertThat(check.out())
        .contains("3 members are vouched for by 3, in 6 attestations")
        .contains("signed by 2, of which 2 trusted")
        .endsWith("\nvalid\n");
    JsonNode json = verify("--json").json();
    assertThat(json.get("valid").asBoolean()).isTrue();
    assertThat(json.get("members").size()).isEqualTo(3);
    assertThat(verify("--member", id("bob")).out()).contains("1 members are vouched for by 2");
    assertThat(verify("-k", "3").out())
        .contains(": NOT VALID\n  too few signers: 2 sign, not 3")
        .endsWith("\nNOT VALID\n");
    String text = Files.readString(file);
    assertRefused(text.replace("snapshot-1", "snapshot-9"), "should be lagroups-transcript-1 or");
    assertRefused(text.replaceFirst("\"endorsedBy\" : \\[[^]]*", "\"endorsedBy\" : ["), "signers");
    assertRefused(text.replaceFirst("(?s)\"signers\" : .*?\\}, ", "\"signers\" : ["), "keys of n1");
  }

  @Test
  void areRefusedWhereTheyAreNotWhatTheyShouldBe() throws IOException {
    String text = Files.readString(file);
    assertRefused("{", "is not a transcript");
    assertRefused("null", "it is no JSON object");
    assertRefused("{}", "\"format\" is missing");
    assertRefused(
        text.replaceFirst("\"signers\" : \\[", "\"signers\" : [ null,"),
        "\"signers\" is missing, or null, in signers[0]");
    assertRefused(text.replace("transcript-1", "transcript-9"), "should be lagroups-transcript-1");
    assertRefused(
        text.replaceFirst("\"ed25519\" : \"..", "\"ed25519\" : \"zz"), "in signers[0].ed25519");
    assertRefused(text.replaceFirst("\"bls\" : \"..", "\"bls\" : \"00"), "not the keys of node");
    assertRefused(text + " ".repeat(513 * 1024), "more than 524288 bytes");
    Files.delete(file);
    assertThat(verify().err()).contains("there is no file");
  }

  @Test
  void cannotHaveMoreSignersThanThereAre() {
    Captured refused = export("bob", 3);
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("only 2 members have signed").contains("ask for fewer");
  }

  @Test
  void refuseOptionsThatMakeNoSense() {
    assertThat(verify("-k", "65").code()).isEqualTo(2);
    assertThat(export("bob", 65).code()).isEqualTo(2);
    assertThat(export("bob", 0).err()).contains("k is 1 to 64, not 0");
    Captured both = lag("bob", "transcript", "export", "--all", "--of", "alice");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err()).startsWith("lag: --all and ").contains("mutually exclusive");
    assertThat(verify("-k", "1", "-t", "2").code()).isEqualTo(2);
    assertThat(verify("-k", "1", "-t", "2").err()).contains("t is 0 to k, which is 1, not 2");
    assertThat(verify("--trust", "nobody").err()).contains("--trust: ");
    assertThat(verify("--skew", "-1").code()).isEqualTo(2);
    assertThat(verify("--skew", "" + Long.MAX_VALUE / 1_000).code()).isEqualTo(2);
  }

  private void assertRefused(String text, String why) throws IOException {
    Files.writeString(file, text);
    Captured refused = verify();
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains(why);
  }

  private Captured export(String name, int signers) {
    return lag(name, "transcript", "export", "-k", "" + signers, "-o", file.toString());
  }

  private Captured ofAlice(String... options) {
    Stream<String> command =
        Stream.of("transcript", "export", "--of", "alice", "-o", file.toString());
    return lag("carol", Stream.concat(command, Stream.of(options)).toArray(String[]::new));
  }

  private Captured snapshot() {
    return lag("carol", "transcript", "export", "--all", "-o", file.toString());
  }

  /** Where no node runs. */
  private Captured verify(String... options) {
    Stream<String> command = Stream.of("transcript", "verify", file.toString());
    return Captured.run(
        Map.of("LAG_HOME", folder.resolve("nowhere").toString()),
        Stream.concat(command, Stream.of(options)).toArray(String[]::new));
  }

  private String id(String name) {
    return lag(name, "id").out().strip();
  }

  private Captured lag(String name, String... command) {
    Stream<String> home = Stream.of("--home", nodes.home(name).state().toString());
    return Captured.run(Stream.concat(home, Stream.of(command)).toArray(String[]::new));
  }
}
