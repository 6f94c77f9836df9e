package org.lagroups.core.monitor.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.core.monitor.observe.Steadiness;
import org.lagroups.core.monitor.vote.Ballot;
import org.lagroups.core.monitor.vote.VotingMonitor;
import org.lagroups.core.monitor.vote.VotingSettings;
import org.lagroups.core.testing.NoTimer;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.seed.Seeds;

/** What a node does with whatever a peer sends by the protocol of questions. */
final class QuestionMachineTest {

  private static final Question ASKED = Question.parse("dns example.org");
  private static final Bytes ANSWER = Bytes.copyOf((byte) 7);

  private final Simulation sim = new Simulation(Seeds.one());
  private final VotingMonitor votes = new VotingMonitor(VotingSettings.DEFAULT, Steadiness.DEFAULT);
  private final List<Consumer<Optional<Bytes>>> sought = new ArrayList<>();
  private SimNode<QuestionMachine> node;
  private SimNode<Peer> peer;

  @BeforeEach
  void link() {
    QuestionSettings settings = new QuestionSettings(List.of(ASKED), Duration.ofSeconds(5));
    peer = sim.addNode("peer", host -> host.install(QuestionMachine.PROTOCOL, Peer::new));
    node =
        sim.addNode(
            "node",
            host ->
                host.install(
                    QuestionMachine.PROTOCOL,
                    environment ->
                        new QuestionMachine(
                            environment,
                            settings,
                            (question, done) -> sought.add(done),
                            votes,
                            () -> List.of(peer.id()))));
    peer.keepLink(node);
    sim.runFor(Duration.ofSeconds(1));
  }

  @Test
  void answersWhatIsOnItsListAndLooksOnceForAllWhoAsk() {
    say(QuestionMessage.ask(ASKED).encode());
    say(QuestionMessage.ask(ASKED).encode());
    assertThat(sought).hasSize(1);
    sought.removeFirst().accept(Optional.of(ANSWER));
    sim.runFor(Duration.ofSeconds(1));
    assertThat(peer.app().heardAnswers()).containsExactly(ANSWER, ANSWER);

    say(QuestionMessage.ask(ASKED).encode());
    assertThat(sought).as("it is fresh").isEmpty();
    assertThat(peer.app().heardAnswers()).hasSize(3);
    sim.runFor(Duration.ofNanos(OwnAnswer.FRESH_NANOS));
    say(QuestionMessage.ask(ASKED).encode());
    assertThat(sought).as("it is not any more").hasSize(1);
  }

  @Test
  void looksUpNothingOfAnothersChoice() {
    say(QuestionMessage.ask(Question.parse("http http://127.0.0.1:1/secret")).encode());
    assertThat(sought).isEmpty();
    assertThat(dropped(QuestionDrop.NOT_ON_THE_LIST)).isEqualTo(1);
    assertThat(peer.app().heardAnswers()).isEmpty();
  }

  @Test
  void dropsWhatIsNoMessageOfItsOwn() {
    byte[] padded = new byte[QuestionMessage.MAX_BYTES + 1];
    Bytes good = QuestionMessage.ask(ASKED).encode();
    byte[] withMore = new byte[good.length() + 2];
    good.copyTo(withMore, 0);
    withMore[good.length()] = 0x18;
    for (Bytes bad :
        List.of(
            Bytes.EMPTY,
            Bytes.wrapOwned(padded),
            Bytes.wrapOwned(withMore),
            Bytes.copyOf((byte) 1, (byte) 2),
            Bytes.wrapOwned("dns example.org".getBytes(StandardCharsets.US_ASCII)))) {
      say(bad);
    }
    assertThat(dropped(QuestionDrop.MALFORMED)).isEqualTo(5);
    assertThat(sought).isEmpty();
  }

  @Test
  void answersNobodyMoreOftenThanTheBudgetAllows() {
    for (int i = 0; i < 150; i++) {
      peer.app().say(node, QuestionMessage.ask(ASKED).encode());
    }
    sim.runFor(Duration.ofSeconds(1));
    assertThat(dropped(QuestionDrop.OVER_BUDGET)).isBetween(30L, 50L);
    assertThat(sought).hasSize(1);
  }

  @Test
  void countsAnAnswerThatNobodyAskedForAsThat() {
    say(QuestionMessage.answer(ASKED, ANSWER).encode());
    assertThat(votes.counters().ballots()).containsEntry(Ballot.NOT_ASKED, 1L);
  }

  @Test
  void goesOnWhereThereIsNoAnswer() {
    sim.runFor(Duration.ofSeconds(5));
    assertThat(peer.app().asked).isNotEmpty();
    sought.removeFirst().accept(Optional.empty());
    assertThat(node.app().counters().unknown()).isEqualTo(1);
    assertThat(node.app().counters().put()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dns",
        "dns ",
        "dns two words",
        "dns example.org:53",
        "dns ldap://example.org/x",
        "dns exämple.org",
        "key example.org",
        "key example.org:0",
        "http ftp://example.org/",
        "http file:///etc/passwd",
        "http http://user@example.org/",
        "http //example.org",
        "http http://exa mple.org/",
        "https https://example.org",
        ""
      })
  void refusesWhatIsNoQuestion(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Question.parse(text));
  }

  @Test
  void readsBackWhatItWrites() {
    for (String text :
        List.of(
            "dns example.org",
            "key example.org:443",
            "key [2001:db8::1]:443",
            "http https://example.org:8443/a?b=c")) {
      Question question = Question.parse(text);
      assertThat(question.text()).isEqualTo(text);
      QuestionMessage message = QuestionMessage.answer(question, ANSWER);
      assertThat(QuestionMessage.decode(message.encode())).contains(message);
    }
    String longest = "http http://example.org/" + "x".repeat(Question.MAX_BYTES - 24);
    assertThat(Question.parse(longest).bytes().length()).isEqualTo(Question.MAX_BYTES);
    assertThatIllegalArgumentException().isThrownBy(() -> Question.parse(longest + "x"));
  }

  private void say(Bytes message) {
    peer.app().say(node, message);
    sim.runFor(Duration.ofMillis(500));
  }

  private long dropped(QuestionDrop reason) {
    return node.app().counters().dropped().getOrDefault(reason, 0L);
  }

  /** Sends any bytes, and keeps what it hears. */
  private static final class Peer implements Machine<NoTimer> {

    private final Environment<NoTimer> environment;
    private final List<Question> asked = new ArrayList<>();
    private final List<Bytes> answers = new ArrayList<>();

    Peer(Environment<NoTimer> environment) {
      this.environment = environment;
    }

    void say(SimNode<?> to, Bytes message) {
      assertThat(environment.send(to.id(), Delivery.ORDERED, message)).isTrue();
    }

    List<Bytes> heardAnswers() {
      return answers;
    }

    @Override
    public void start() {}

    @Override
    public void onTimer(NoTimer timer) {}

    @Override
    public void onMessage(NodeId from, Bytes message) {
      QuestionMessage decoded = QuestionMessage.decode(message).orElseThrow();
      decoded.answer().ifPresentOrElse(answers::add, () -> asked.add(decoded.question()));
    }
  }
}
