package org.lagroups.multicast.tree.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.wire.TreeMessage.Lineage;
import org.lagroups.multicast.wire.place.Option;

/** Whom a node asks again when it has found no place. */
class GuidesTest {

  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  private static final GroupId GROUP = new GroupId(Bytes.wrapOwned(new byte[GroupId.LENGTH]));
  private static final NodeId SELF = contact(0).node();

  private final Guides guides = new Guides(contacts(1, 3));

  @Test
  void keepsTheNearestAboveAndTheSourceWhateverAParentNames() {
    List<Contact> above = contacts(100, 163);
    guides.heard(parent(50, above));
    assertThat(all())
        .startsWith(contact(1), contact(2), contact(100), contact(101))
        .endsWith(contact(162))
        .hasSize(2 + Guides.MAX_ABOVE);
  }

  @Test
  void keepsAParentOnlyIfItIsTheSource() {
    guides.heard(parent(50, contacts(60, 62)));
    assertThat(all()).contains(contact(60), contact(61)).doesNotContain(contact(50));
    guides.heard(parent(60, List.of()));
    assertThat(all()).containsExactly(contact(1), contact(2), contact(60));
  }

  @Test
  void keepsTheLatestThatAnswered() {
    guides.answered(contacts(10, 40));
    assertThat(all()).hasSize(2 + Guides.MAX_ANSWERED).endsWith(contact(39));
  }

  @Test
  void namesNobodyTwiceNorTheNodeItself() {
    guides.heard(parent(50, List.of(contact(2), contact(0))));
    guides.answered(contacts(1, 4));
    assertThat(all()).containsExactly(contact(1), contact(2), contact(3));
  }

  private List<Contact> all() {
    return guides.all(SELF).stream().map(Option::contact).toList();
  }

  private static Parent parent(int number, List<Contact> ancestors) {
    Parent parent = new Parent(contact(number), GROUP, 0);
    parent.heard(new Lineage(STREAM, ancestors, List.of(), List.of(), List.of()), 0);
    return parent;
  }

  private static List<Contact> contacts(int from, int below) {
    return IntStream.range(from, below).mapToObj(GuidesTest::contact).toList();
  }

  private static Contact contact(int number) {
    return new Contact(new NodeId(Bytes.fromHex("%064x".formatted(number))), List.of());
  }
}
