package org.lagroups.core.transcript.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.crypto.bls.BlsSignature;
import org.lagroups.core.crypto.bls.JavaBls;
import org.lagroups.core.crypto.bls.NativeBls;
import org.lagroups.core.group.endorse.Endorser;
import org.lagroups.core.group.endorse.Offload;
import org.lagroups.core.route.Route;
import org.lagroups.core.route.RouteRefusal;
import org.lagroups.core.route.RouteReply;
import org.lagroups.core.route.Router;
import org.lagroups.core.testing.FakeLaGroups;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.transcript.Endorsement;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.core.transcript.Transcript.Signer;
import org.lagroups.core.transcript.exchange.Outcome.Given;
import org.lagroups.core.transcript.exchange.Outcome.Missing;
import org.lagroups.core.transcript.exchange.Outcome.Why;
import org.lagroups.core.transcript.snapshot.Snapshot;
import org.lagroups.core.wire.SnapshotCodec;
import org.lagroups.core.wire.TranscriptCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.seed.Seeds;

/** A member answers with whatever it likes: nothing that is not proven is believed. */
final class LyingMemberTest {

  private static final Bls BLS = NativeBls.load().orElseGet(JavaBls::new);
  private static final Identity HONEST = TestIdentities.of(0);
  private static final Identity LIAR = TestIdentities.of(1);
  private static final Identity WITNESS = TestIdentities.of(2);

  private final Simulation sim = new Simulation(Seeds.one());
  private final GroupId group = GroupId.random(sim.random("group"));
  private Bytes answer = Bytes.EMPTY;
  private final SimNode<TranscriptExchange> honest =
      sim.addNode("honest", HONEST.nodeId(), this::exchange);
  private final SimNode<Router> liar = sim.addNode("liar", LIAR.nodeId(), this::liar);

  @Test
  void aGoodTranscriptIsTaken() {
    Transcript good = signed(LIAR, 30_000, WITNESS);
    assertThat(transcript(TranscriptCodec.encode(good))).isEqualTo(new Given<>(good));
  }

  @Test
  void aTranscriptThatProvesSomethingElseIsNot() {
    Transcript good = signed(LIAR, 30_000, WITNESS);
    Endorsement stretched = new Endorsement(group, LIAR.nodeId(), sim.wallMillis() + 40_000);
    List<Transcript> lies =
        List.of(
            new Transcript(
                good.endorsement(),
                List.of(new Signer(WITNESS.publicIdentity(), possession(HONEST))),
                good.signature()),
            signed(WITNESS, 30_000, HONEST),
            signed(LIAR, 30_000, LIAR),
            signed(LIAR, -30_000, WITNESS),
            signed(LIAR, 300_000, WITNESS),
            new Transcript(stretched, good.signers(), good.signature()),
            new Transcript(good.endorsement(), good.signers(), possession(WITNESS)));
    for (Transcript lie : lies) {
      assertThat(transcript(TranscriptCodec.encode(lie))).isEqualTo(new Missing<>(Why.NOT_VALID));
    }
    assertThat(honest.app().counters().proofsRefused()).isEqualTo(lies.size());
  }

  @Test
  void garbageIsNot() {
    assertThat(transcript(Bytes.fromHex("00ff"))).isEqualTo(new Missing<>(Why.NOT_VALID));
    assertThat(transcript(Bytes.wrapOwned(new byte[Router.MAX_BODY_BYTES])))
        .isEqualTo(new Missing<>(Why.NOT_VALID));
    assertThat(transcript(Bytes.EMPTY)).isEqualTo(new Missing<>(Why.NOTHING_SIGNED));
    assertThat(snapshot(Bytes.fromHex("00ff"))).isEqualTo(new Missing<>(Why.NOT_VALID));
  }

  @Test
  void whatIsBadInASnapshotIsLeftOut() {
    Transcript good = signed(LIAR, 30_000, WITNESS);
    Transcript forged =
        new Transcript(
            new Endorsement(group, HONEST.nodeId(), sim.wallMillis() + 30_000),
            good.signers(),
            good.signature());
    Snapshot both = Snapshot.of(group, List.of(good, forged)).orElseThrow();
    assertThat(snapshot(SnapshotCodec.encode(both)))
        .isEqualTo(new Given<>(Snapshot.of(group, List.of(good)).orElseThrow()));
    Snapshot bad = Snapshot.of(group, List.of(forged)).orElseThrow();
    assertThat(snapshot(SnapshotCodec.encode(bad))).isEqualTo(new Missing<>(Why.NOT_VALID));
  }

  /** The wrong proof would have others refuse what this node passes on in good faith. */
  @Test
  void theProofOfPossessionThatWasCheckedTakesThePlaceOfAnother() {
    Transcript good = signed(LIAR, 30_000, WITNESS);
    transcript(TranscriptCodec.encode(good));
    Transcript altered =
        new Transcript(
            good.endorsement(),
            List.of(new Signer(WITNESS.publicIdentity(), possession(LIAR))),
            good.signature());
    assertThat(transcript(TranscriptCodec.encode(altered))).isEqualTo(new Given<>(good));
  }

  /** Signers that the liar has made up do not push out those of others. */
  @Test
  void aTranscriptOfManyStrangersComesLast() {
    Identity[] strangers = new Identity[Transcript.MAX_SIGNERS];
    Arrays.setAll(strangers, i -> TestIdentities.of(1_000 + i));
    NodeId member = WITNESS.nodeId();
    Collection collection = new Collection(group, Set.of(member, LIAR.nodeId()), x -> {});
    collection.begin((node, then) ->
        then.accept(
            Optional.of(
                node.equals(member) ? unsigned(WITNESS, LIAR) : unsigned(LIAR, strangers))));
    assertThat(collection.soFar().orElseThrow().transcripts())
        .extracting(transcript -> transcript.endorsement().attestee())
        .containsExactly(member);
  }

  @Test
  void whatIsNoRequestIsDeclined() {
    link();
    for (String body : List.of("", "00", "03", "0100", "ff")) {
      List<RouteReply> replies = new ArrayList<>();
      Route route = new Route(group, List.of(LIAR.nodeId(), HONEST.nodeId()));
      liar.app()
          .request(
              route,
              TranscriptExchange.PROTOCOL,
              Bytes.fromHex(body),
              Delivery.ORDERED,
              1_000,
              replies::add);
      sim.runUntil("a reply", Duration.ofSeconds(2), () -> !replies.isEmpty());
      assertThat(replies).containsExactly(new RouteReply.Refused(RouteRefusal.DECLINED));
    }
    assertThat(honest.app().counters().asksRefused()).isEqualTo(5);
  }

  private TranscriptExchange exchange(Host host) {
    FakeLaGroups groups = members(host);
    Router router =
        host.install(Router.PROTOCOL, environment -> new Router(environment, HONEST, groups));
    return host.install(
        TranscriptExchange.PROTOCOL,
        environment ->
            new TranscriptExchange(
                environment, groups, router, new Endorser(HONEST, BLS, Offload.INLINE)));
  }

  private Router liar(Host host) {
    FakeLaGroups groups = members(host);
    Router router =
        host.install(Router.PROTOCOL, environment -> new Router(environment, LIAR, groups));
    router.serve(TranscriptExchange.PROTOCOL, (request, responder) -> responder.answer(answer));
    return router;
  }

  private FakeLaGroups members(Host host) {
    FakeLaGroups groups = new FakeLaGroups(host.self(), group, GroupSettings.DEFAULT);
    List.of(HONEST, LIAR, WITNESS).forEach(one -> groups.enter(one.publicIdentity()));
    groups.attest(HONEST.nodeId(), LIAR.nodeId());
    groups.attest(LIAR.nodeId(), HONEST.nodeId());
    return groups;
  }

  private Outcome<Transcript> transcript(Bytes said) {
    return ask(said, done -> honest.app().transcript(group, LIAR.nodeId(), done));
  }

  private Outcome<Snapshot> snapshot(Bytes said) {
    return ask(said, done -> honest.app().snapshotFrom(group, LIAR.nodeId(), done));
  }

  private void link() {
    honest.keepLink(liar);
    sim.runUntil(
        "a link", Duration.ofSeconds(5), () -> honest.isLinked(liar) && liar.isLinked(honest));
  }

  private <T> T ask(Bytes said, Consumer<Consumer<T>> question) {
    link();
    answer = said;
    List<T> outcomes = new ArrayList<>();
    question.accept(outcomes::add);
    sim.runUntil("an outcome", Duration.ofSeconds(20), () -> !outcomes.isEmpty());
    return outcomes.getFirst();
  }

  private Transcript signed(Identity attestee, long leftMillis, Identity... signers) {
    Endorsement endorsement =
        new Endorsement(group, attestee.nodeId(), sim.wallMillis() + leftMillis);
    Bytes sum =
        Arrays.stream(signers)
            .map(one -> BLS.sign(one.blsSecret(), endorsement.message()))
            .reduce(BLS::add)
            .map(BlsSignature::encoded)
            .orElseThrow();
    return new Transcript(endorsement, keys(signers), sum);
  }

  /** Good to be put together, not to be checked: made without arithmetic. */
  private Transcript unsigned(Identity attestee, Identity... signers) {
    Bytes nothing = Bytes.wrapOwned(new byte[BlsSignature.LENGTH]);
    return new Transcript(
        new Endorsement(group, attestee.nodeId(), sim.wallMillis()),
        Arrays.stream(signers).map(one -> new Signer(one.publicIdentity(), nothing)).toList(),
        nothing);
  }

  private static List<Signer> keys(Identity... signers) {
    return Arrays.stream(signers)
        .sorted(Comparator.comparing(Identity::nodeId))
        .map(one -> new Signer(one.publicIdentity(), possession(one)))
        .toList();
  }

  private static Bytes possession(Identity owner) {
    return BLS.provePossession(owner.blsSecret()).encoded();
  }
}
