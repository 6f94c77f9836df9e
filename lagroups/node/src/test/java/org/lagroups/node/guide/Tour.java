package org.lagroups.node.guide;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.VertexCuts;
import org.lagroups.core.group.AttestedNode;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.transcript.KeyRing;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.TranscriptCheck;
import org.lagroups.core.transcript.TranscriptPolicy;
import org.lagroups.core.transcript.TranscriptVerifier;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.TranscriptFile;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.embed.EmbeddedNode;
import org.lagroups.node.state.config.NodeConfig;

/** The program of docs/LIBRARY.md, word for word between the two marks. */
// begin
final class Tour {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    NodeConfig local = NodeConfig.DEFAULT.withListen("127.0.0.1", 0); // any free port
    try (EmbeddedNode alice = EmbeddedNode.start(folder.resolve("alice"), local.withName("alice"));
        EmbeddedNode bob = EmbeddedNode.start(folder.resolve("bob"), local.withName("bob"));
        EmbeddedNode carol = EmbeddedNode.start(folder.resolve("carol"), local.withName("carol"))) {

      // A group, and an invitation for each guest: a link good once, to be sent by a private way.
      GroupId group = alice.create(GroupSettings.withValidity(30_000)); // T_a in milliseconds
      bob.join(alice.invite(group, Duration.ofHours(1)), PATIENCE);
      carol.join(bob.invite(group, Duration.ofHours(1)), PATIENCE);

      // The members test each other, and attest to who passes. Wait until all have.
      LinkedBlockingQueue<GroupEvent> news = new LinkedBlockingQueue<>();
      alice.onChange(group, news::add); // on the node's thread: hand it on, do not block there
      while (graph(alice, group).edgeCount() < 6) {
        System.out.println(next(news, event -> true));
      }
      news.clear();

      // Questions about the graph of who attests to whom.
      AttestationGraph<NodeId> graph = graph(alice, group);
      new DisjointPaths<>(graph).list(alice.id(), carol.id()).forEach(System.out::println);
      System.out.println(new VertexCuts<>(graph).between(alice.id(), carol.id()));
      List<AttestedNode> attesters = alice.ask(groups -> groups.attestsIn(group, carol.id()));
      System.out.println(attesters);

      // A judgement of one's own. Everyone hears of it, with the reason.
      Reason reason = new Reason(ReasonCode.BAD_CONTENT, "sent a broken file");
      bob.tell(groups -> groups.stopAttest(group, carol.id(), reason));
      System.out.println(next(news, event -> event instanceof GroupEvent.AttestationLost));
      bob.tell(groups -> groups.startAttest(group, carol.id(), LinkInfo.NONE));
      System.out.println(next(news, event -> event instanceof GroupEvent.AttestationGained));

      // A proof of membership in 96 bytes of signature, and what a stranger makes of it.
      Path file = folder.resolve("proof.json");
      Transcript proof = bob.transcript(group, 2, PATIENCE); // by two members
      Files.writeString(file, Json.write(TranscriptFile.of(proof)));
      Transcript shown = Json.read(Files.readAllBytes(file), TranscriptFile.class).toTranscript();
      TranscriptPolicy policy = TranscriptPolicy.ofSigners(2).withTrusted(1, Set.of(alice.id()));
      KeyRing keys = new KeyRing(NativeBls.load().orElseGet(JavaBls::new));
      TranscriptCheck check =
          new TranscriptVerifier(keys).verify(shown, policy, System.currentTimeMillis());
      System.out.println(check.isValid() ? "valid" : "not valid: " + check.flaws());

      carol.leave(group);
      System.out.println(next(news, event -> event instanceof GroupEvent.NodeLeft));
    } // closed nodes stay members, and go on when they are started again with the same folder
  }

  private static AttestationGraph<NodeId> graph(EmbeddedNode node, GroupId group) {
    return node.ask(groups -> groups.attestations(group));
  }

  /** The next event of interest. */
  private static GroupEvent next(
      LinkedBlockingQueue<GroupEvent> news, Predicate<GroupEvent> isWanted) throws Exception {
    while (true) {
      GroupEvent event = news.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (event == null) {
        throw new IllegalStateException("nothing has happened for " + PATIENCE);
      }
      if (isWanted.test(event)) {
        return event;
      }
    }
  }
}
// end
