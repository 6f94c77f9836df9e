package org.lagroups.multicast.protocol.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.StreamLink;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.wire.StreamMessage.Admission;
import org.lagroups.multicast.wire.StreamMessage.Denial;
import org.lagroups.multicast.wire.StreamMessage.HeaderAnswer;
import org.lagroups.multicast.wire.StreamMessage.HeaderAsk;

class EntryTest {

  private static final SignedHeader HEADER = Streams.live(1_316);
  private static final StreamId STREAM = HEADER.id();
  private static final NodeId SOURCE = DoorTest.node(1);
  private static final NodeId STRANGER = DoorTest.node(2);
  private static final Bytes TOKEN = Bytes.fromHex("0b".repeat(16));
  private static final Contact CONTACT =
      new Contact(SOURCE, List.of(NodeAddress.parse("127.0.0.1:4000")));
  private static final HeaderAsk ASK = new HeaderAsk(STREAM, Optional.of(TOKEN));
  private static final HeaderAnswer ANSWER = new HeaderAnswer(STREAM, HEADER);
  private static final Admission ADMISSION =
      new Admission(
          STREAM,
          GroupSettings.DEFAULT,
          4,
          Passes.of(HEADER, SignatureVerifier.DIRECT).sign(DoorTest.node(0), Streams.PUBLISHER));

  private final FakeEnvironment environment = new FakeEnvironment(DoorTest.node(0));
  private final KeptLinks links = new KeptLinks(environment);
  private final List<Object> told = new ArrayList<>();
  private final Entry entry =
      new Entry(
          environment,
          new StreamLink(STREAM, CONTACT, Optional.of(TOKEN)),
          links,
          SignatureVerifier.DIRECT,
          new Listener());

  @Test
  void asksTheSourceForTheHeaderAndAPass() {
    assertThat(environment.kept()).containsExactly(SOURCE);
    linkUp();
    assertThat(environment.takeSent()).containsExactly(ASK);
    entry.onHeader(SOURCE, ANSWER);
    entry.onAdmission(SOURCE, ADMISSION);
    assertThat(told).containsExactly(HEADER, ADMISSION);
    assertThat(environment.kept()).as("the tree keeps its own links").isEmpty();
    environment.pass(Entry.PATIENCE_MILLIS);
    entry.tick();
    assertThat(environment.takeSent()).isEmpty();
    assertThat(told).hasSize(2);
  }

  @Test
  void asksAgainUntilThereIsAnAnswer() {
    linkUp();
    for (int i = 0; i < 40; i++) {
      environment.pass(100);
      entry.tick();
    }
    assertThat(environment.takeSent()).containsExactly(ASK, ASK, ASK);
    entry.onHeader(SOURCE, ANSWER);
    entry.onHeader(SOURCE, ANSWER);
    entry.onAdmission(SOURCE, ADMISSION);
    entry.onAdmission(SOURCE, ADMISSION);
    assertThat(told).containsExactly(HEADER, ADMISSION);
  }

  @Test
  void nobodyElsesWordCounts() {
    linkUp();
    entry.onHeader(STRANGER, ANSWER);
    entry.onDenial(STRANGER, new Denial(STREAM, Denial.Why.NOT_INVITED));
    assertThat(told).isEmpty();
    entry.onHeader(SOURCE, ANSWER);
    entry.onAdmission(STRANGER, ADMISSION);
    assertThat(told).containsExactly(HEADER);
  }

  @Test
  void takesNoHeaderThatIsNotTheStreams() {
    linkUp();
    entry.onHeader(SOURCE, new HeaderAnswer(STREAM, Streams.live(188)));
    SignedHeader forged =
        new SignedHeader(HEADER.header(), HEADER.encoded(), Streams.live(188).signature());
    entry.onHeader(SOURCE, new HeaderAnswer(STREAM, forged));
    entry.onAdmission(SOURCE, ADMISSION);
    assertThat(told).isEmpty();
  }

  @Test
  void saysWhetherTheSourceWasReached() {
    environment.pass(Entry.PATIENCE_MILLIS);
    entry.tick();
    assertThat(told).containsExactly(EntryFailure.UNREACHABLE);
    assertThat(environment.kept()).isEmpty();
  }

  @Test
  void saysThatTheSourceDoesNotAnswer() {
    linkUp();
    environment.pass(Entry.PATIENCE_MILLIS);
    entry.tick();
    entry.tick();
    entry.onHeader(SOURCE, ANSWER);
    assertThat(told).containsExactly(EntryFailure.SILENT);
  }

  @Test
  void saysWhyTheSourceDenies() {
    for (Denial.Why why : Denial.Why.values()) {
      told.clear();
      Entry other =
          new Entry(
              environment,
              new StreamLink(STREAM, CONTACT, Optional.empty()),
              links,
              SignatureVerifier.DIRECT,
              new Listener());
      other.onDenial(SOURCE, new Denial(STREAM, why));
      assertThat(told).hasSize(1);
      assertThat(told.getFirst().toString()).isEqualTo(why.name());
    }
  }

  @Test
  void takesNoPassThatIsAnothers() {
    linkUp();
    entry.onHeader(SOURCE, ANSWER);
    Passes passes = Passes.of(HEADER, SignatureVerifier.DIRECT);
    entry.onAdmission(
        SOURCE,
        new Admission(STREAM, GroupSettings.DEFAULT, 4, passes.sign(STRANGER, Streams.PUBLISHER)));
    assertThat(told).containsExactly(HEADER);
  }

  @Test
  void tellsNothingMoreWhenNobodyWantsIt() {
    linkUp();
    entry.onHeader(SOURCE, ANSWER);
    entry.close();
    entry.onAdmission(SOURCE, ADMISSION);
    assertThat(told).containsExactly(HEADER);
    assertThat(environment.kept()).isEmpty();
  }

  private void linkUp() {
    environment.link(SOURCE);
    entry.onLinkUp(SOURCE);
  }

  private final class Listener implements EntryListener {

    @Override
    public void found(SignedHeader header) {
      told.add(header);
    }

    @Override
    public void admitted(Admission admission) {
      told.add(admission);
    }

    @Override
    public void failed(EntryFailure why) {
      told.add(why);
    }
  }
}
