package org.lagroups.node.state.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.Entry;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.attestation.Withdrawal;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.StoredContact;
import org.lagroups.core.group.StoredEquivocation;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.StoredWithdrawal;
import org.lagroups.core.monitor.Acquaintances;
import org.lagroups.core.wire.AdvertisementCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.Sql;

class CoreTablesTest {

  private static final GroupId GROUP = GroupId.random(new Random(1));
  private static final GroupId OTHER = GroupId.random(new Random(2));
  private static final Bytes TOKEN = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
  private static final long NOW = 1_700_000_000_000L;

  private final ManualLoop loop = new ManualLoop();
  private DirectStore store;
  private CoreTables tables;

  @BeforeEach
  void open() throws SQLException {
    store = new DirectStore();
    tables = CoreTables.load(store, loop);
  }

  @AfterEach
  void close() throws SQLException {
    store.close();
  }

  @Test
  void givesBackEveryGroupAsItWasSaved() {
    StoredGroup full = fullGroup();
    StoredGroup empty =
        new StoredGroup(
            OTHER, GroupSettings.DEFAULT, false, 0, List.of(), List.of(), List.of(), List.of());
    tables.groups().save(full, () -> {});
    tables.groups().save(empty, () -> {});
    loop.run();

    assertThat(reloaded().groups().load()).containsExactlyInAnyOrder(full, empty);
  }

  @Test
  void aGroupSavedBeforeThereWereRulesHasNone() throws SQLException {
    tables.groups().save(fullGroup(), () -> {});
    loop.run();
    store
        .write(connection ->
            Sql.update(connection, "ALTER TABLE core_group DROP COLUMN robust")
                + Sql.update(connection, GroupTable.ADD_ROBUST_RULE))
        .join();

    assertThat(reloaded().groups().load())
        .singleElement()
        .satisfies(group -> assertThat(group.settings().robust()).isEqualTo(RobustRule.NONE));
  }

  @Test
  void keepsTheNodesPartInAgreementsUntilItIsForgotten() {
    Bytes state = Bytes.fromHex("0102");
    List<String> durable = new ArrayList<>();
    tables.agreements().save(GROUP, Bytes.fromHex("00"), () -> durable.add("first"));
    tables.agreements().save(GROUP, state, () -> durable.add("second"));
    tables.agreements().save(OTHER, state, () -> {});
    assertThat(durable).isEmpty();
    loop.run();
    assertThat(durable).containsExactly("first", "second");
    tables.agreements().forget(OTHER);
    loop.run();

    assertThat(reloaded().agreements().load(GROUP)).contains(state);
    assertThat(reloaded().agreements().load(OTHER)).isEmpty();
  }

  @Test
  void forgetsAGroupWithAllThatBelongsToIt() {
    tables.groups().save(fullGroup(), () -> {});
    loop.run();
    assertThat(tables.groups().numbersForgotten()).isZero();
    tables.groups().forget(GROUP, NOW);
    tables.groups().forget(OTHER, NOW - 1);
    loop.run();

    assertThat(reloaded().groups().load()).isEmpty();
    assertThat(reloaded().groups().numbersForgotten()).as("but no number").isEqualTo(NOW);
  }

  @Test
  void keepsTheLastOfManySavesAndConfirmsEach() {
    List<Integer> confirmed = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      int sequence = i;
      tables.groups().save(group(sequence), () -> confirmed.add(sequence));
    }
    assertThat(confirmed).isEmpty();
    loop.run();

    assertThat(confirmed).containsExactly(1, 2, 3, 4, 5);
    assertThat(reloaded().groups().load()).containsExactly(group(5));
  }

  @Test
  void triesAgainUntilTheDiskHasRoom() {
    List<String> confirmed = new ArrayList<>();
    store.setFull(true);
    tables.groups().save(group(1), () -> confirmed.add("first"));
    CompletableFuture<Void> durable = tables.writes().durable();
    loop.run();
    tables.groups().save(group(2), () -> confirmed.add("second"));
    loop.runLater();

    assertThat(durable).isCompletedExceptionally();
    assertThat(confirmed).isEmpty();

    store.setFull(false);
    loop.runLater();
    assertThat(confirmed).containsExactly("first", "second");
    assertThat(reloaded().groups().load()).containsExactly(group(2));
    CompletableFuture<Void> later = tables.writes().durable();
    loop.run();
    assertThat(later).isCompleted();
  }

  @Test
  void remembersWhomItAdmittedAndBanned() {
    Acquaintances known =
        new Acquaintances(
            List.of(node(3), node(1)), Map.of(node(2), new Reason(ReasonCode.FLOODING, "much")));
    tables.acquaintances().save(GROUP, known);
    tables.acquaintances().save(OTHER, new Acquaintances(List.of(node(4)), Map.of()));
    loop.run();

    CoreTables later = reloaded();
    assertThat(later.acquaintances().load(GROUP)).isEqualTo(known);
    assertThat(later.acquaintances().load(OTHER).admitted()).containsExactly(node(4));
    later.acquaintances().forget(GROUP);
    loop.run();
    assertThat(reloaded().acquaintances().load(GROUP)).isEqualTo(Acquaintances.NONE);
  }

  @Test
  void admitsOneGuestPerInvitationEvenAfterARestart() {
    tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW).join();

    assertThat(reloaded().invitations().use(TOKEN, GROUP, node(1), NOW)).isPresent();
    InvitationTable later = reloaded().invitations();
    assertThat(later.use(TOKEN, GROUP, node(2), NOW)).isEmpty();
    assertThat(later.use(TOKEN, GROUP, node(1), NOW + 2_000)).isPresent();
  }

  @Test
  void admitsNobodyByAnExpiredForeignOrUnknownToken() {
    tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW).join();

    assertThat(tables.invitations().use(TOKEN, GROUP, node(1), NOW + 1_001)).isEmpty();
    assertThat(tables.invitations().use(TOKEN, OTHER, node(1), NOW)).isEmpty();
    assertThat(tables.invitations().use(Bytes.EMPTY, GROUP, node(1), NOW)).isEmpty();
  }

  @Test
  void keepsNoTokenInTheDatabase() {
    tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW).join();

    assertThat(
            store
                .read(c ->
                    Sql.query(
                        c, "SELECT hex(token_hash) FROM core_invitation", row -> row.getString(1)))
                .join())
        .singleElement()
        .asString()
        .doesNotContainIgnoringCase(TOKEN.toHex());
  }

  @Test
  void boundsTheOpenInvitations() {
    IntStream.range(0, InvitationTable.MAX_OPEN)
        .forEach(i -> tables.invitations().add(token(i), GROUP, NOW + 1_000, NOW).join());

    assertThat(tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW)).isCompletedExceptionally();
    long muchLater = NOW + 1_001 + InvitationTable.KEPT_MILLIS;
    assertThat(tables.invitations().add(TOKEN, GROUP, muchLater + 1, muchLater)).isCompleted();
  }

  @Test
  void givesBackThePlaceOfAnInvitationThatWasNotSaved() {
    store.setFull(true);
    for (int i = 0; i < InvitationTable.MAX_OPEN; i++) {
      assertThat(tables.invitations().add(token(i), GROUP, NOW + 1_000, NOW))
          .isCompletedExceptionally();
    }
    loop.run();
    store.setFull(false);

    assertThat(tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW)).isCompleted();
    assertThat(tables.invitations().use(token(0), GROUP, node(1), NOW)).isEmpty();
  }

  @Test
  void forgetsTheInvitationsToAGroupThatWasLeft() {
    for (int i = 0; i < InvitationTable.MAX_OPEN; i++) {
      tables.invitations().add(token(i), i == 0 ? OTHER : GROUP, NOW + 1_000, NOW).join();
    }
    store.setFull(true);
    tables.invitations().forget(GROUP);
    loop.run();
    store.setFull(false);
    loop.runLater();

    assertThat(tables.invitations().add(TOKEN, GROUP, NOW + 1_000, NOW)).isCompleted();
    InvitationTable later = reloaded().invitations();
    assertThat(later.use(token(1), GROUP, node(1), NOW)).isEmpty();
    assertThat(later.use(token(0), OTHER, node(1), NOW)).isPresent();
  }

  @Test
  void remembersTheLatestAddressesFirst() {
    for (int port = 1; port <= AddressTable.MAX_ADDRESSES + 2; port++) {
      tables.addresses().reached(node(1), new NodeAddress("a", port), NOW + port);
    }
    tables.addresses().reached(node(1), new NodeAddress("a", 4), NOW + 100);
    loop.run();

    assertThat(reloaded().addresses().of(node(1)))
        .extracting(NodeAddress::port)
        .containsExactly(4, 6, 5, 3);
  }

  @Test
  void forgetsTheNodeThatWasReachedLongestAgo() {
    for (int i = 0; i <= AddressTable.MAX_NODES; i++) {
      tables.addresses().reached(node(i), new NodeAddress("a", 1), NOW + i);
    }
    loop.run();

    CoreTables later = reloaded();
    assertThat(later.addresses().of(node(0))).isEmpty();
    assertThat(later.addresses().of(node(1))).isNotEmpty();
    assertThat(later.addresses().of(node(AddressTable.MAX_NODES))).isNotEmpty();
  }

  @Test
  void remembersThePort() {
    assertThat(tables.facts().lastPort()).isEqualTo(OptionalInt.empty());
    tables.facts().rememberPort(4_700);
    loop.run();

    assertThat(reloaded().facts().lastPort()).hasValue(4_700);
  }

  private CoreTables reloaded() {
    return CoreTables.load(store, loop);
  }

  private static StoredGroup group(long sequence) {
    return new StoredGroup(
        GROUP, GroupSettings.DEFAULT, true, sequence, List.of(), List.of(), List.of(), List.of());
  }

  private static StoredGroup fullGroup() {
    LinkInfo info =
        new LinkInfo(
            OptionalLong.of(1),
            OptionalLong.of(2),
            OptionalLong.empty(),
            OptionalLong.of(4),
            OptionalDouble.of(0.5),
            Bytes.fromHex("0aff"));
    List<Entry> attestees =
        IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Entry(node(i), i == 2 ? info : LinkInfo.NONE))
            .sorted(Comparator.comparing(Entry::attestee))
            .toList();
    return new StoredGroup(
        GROUP,
        GroupSettings.withValidity(12_000).withRobust(new RobustRule.Static(3)),
        true,
        1_234_567_890_123L,
        attestees,
        List.of(
            new StoredWithdrawal(
                new Withdrawal(node(5), new Reason(ReasonCode.BAD_CONTENT, "müll")), NOW),
            new StoredWithdrawal(
                new Withdrawal(node(4), Reason.of(ReasonCode.UNREACHABLE)), NOW + 1)),
        List.of(
            new StoredContact(
                new Contact(
                    node(6), List.of(new NodeAddress("h", 1), new NodeAddress("2001:db8::1", 2))),
                NOW),
            new StoredContact(new Contact(node(7), List.of()), NOW + 2)),
        List.of(
            new StoredEquivocation(contradiction(1), true),
            new StoredEquivocation(contradiction(2), false)));
  }

  private static Equivocation contradiction(long seed) {
    Identity identity = Identity.generate(new Random(seed));
    return Equivocation.of(
        AdvertisementCodec.sign(statement(identity, "one"), identity),
        AdvertisementCodec.sign(statement(identity, "two"), identity));
  }

  private static LinkStateAdvertisement statement(Identity identity, String name) {
    return new LinkStateAdvertisement(
        GROUP, identity.publicIdentity(), 7, NOW, name, List.of(), List.of(), List.of(), false);
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) (number >> 8);
    id[1] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }

  private static Bytes token(int number) {
    return Bytes.copyOf((byte) (number >> 8), (byte) number);
  }
}
