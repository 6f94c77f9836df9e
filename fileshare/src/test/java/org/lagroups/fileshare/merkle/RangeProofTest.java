package org.lagroups.fileshare.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

class RangeProofTest {

  private static final int LEAF = TreeShape.LEAF_BYTES;

  @Test
  void provesEveryRangeOfEveryShape() throws ContentChangedException {
    for (int leaves : List.of(1, 2, 3, 5, 8, 17, 33)) {
      byte[] content = Vectors.content(leaves * LEAF - 77);
      MerkleTree tree = Vectors.tree(content);
      TreeReader reader = new TreeReader(tree);
      for (int first = 0; first < leaves; first++) {
        for (int count = 1; count <= Math.min(4, leaves - first); count++) {
          LeafRange range = new LeafRange(first, count);
          RangeProof proof = reader.prove(range, r -> part(tree, content, r).toArray());
          assertThat(proof.check(tree.shape(), tree.root(), range, part(tree, content, range)))
              .as("%s of %d leaves", range, leaves)
              .isPresent();
        }
      }
    }
  }

  @Test
  void provesFromARisenLayer() throws ContentChangedException {
    byte[] content = Vectors.content(150 * LEAF + 1);
    TreeBuilder builder = new TreeBuilder(2);
    builder.update(content, 0, content.length);
    MerkleTree tree = builder.finish();
    TreeReader reader = new TreeReader(tree);
    for (int first = 0; first < 150; first += 7) {
      LeafRange range = new LeafRange(first, 1 + first % 3 % (151 - first));
      RangeProof proof = reader.prove(range, r -> part(tree, content, r).toArray());
      assertThat(proof.check(tree.shape(), tree.root(), range, part(tree, content, range)))
          .isPresent();
    }
  }

  @Test
  void refusesAnyChangedByte() throws ContentChangedException {
    Fixture fixture = new Fixture();
    byte[] content = fixture.content.toArray();
    for (int at : List.of(0, LEAF - 1, LEAF, content.length - 1)) {
      byte[] changed = content.clone();
      changed[at] ^= 1;
      assertThat(fixture.check(fixture.range, Bytes.wrapOwned(changed), fixture.proof)).isEmpty();
    }
  }

  @Test
  void refusesAnotherRangeWithTheSameContent() throws ContentChangedException {
    Fixture fixture = new Fixture();
    assertThat(fixture.check(new LeafRange(5, 3), fixture.content, fixture.proof)).isEmpty();
    assertThat(fixture.check(new LeafRange(4, 2), fixture.content, fixture.proof)).isEmpty();
    assertThat(fixture.check(new LeafRange(19, 3), fixture.content, fixture.proof)).isEmpty();
    assertThat(
            fixture.check(new LeafRange(Integer.MAX_VALUE - 3, 3), fixture.content, fixture.proof))
        .isEmpty();
  }

  @Test
  void refusesContentOfWrongLength() throws ContentChangedException {
    Fixture fixture = new Fixture();
    Bytes shorter = fixture.content.slice(0, fixture.content.length() - 1);
    assertThat(fixture.check(fixture.range, shorter, fixture.proof)).isEmpty();
    assertThat(fixture.check(fixture.range, Bytes.EMPTY, fixture.proof)).isEmpty();
  }

  @Test
  void refusesAProofThatIsShorterOrLongerOrTurned() throws ContentChangedException {
    Fixture fixture = new Fixture();
    List<Bytes> hashes = fixture.proof.hashes();
    List<Bytes> longer = new ArrayList<>(hashes);
    longer.add(hashes.getFirst());
    List<Bytes> turned = new ArrayList<>(hashes);
    Collections.reverse(turned);
    List<List<Bytes>> wrong =
        List.of(hashes.subList(1, hashes.size()), hashes.subList(0, 1), longer, turned, List.of());
    for (List<Bytes> proof : wrong) {
      assertThat(fixture.check(fixture.range, fixture.content, new RangeProof(proof))).isEmpty();
    }
  }

  @Test
  void isNeverDeeperThanTheDeepestTree() {
    Bytes hash = Bytes.copyOf(new byte[MerkleRoot.LENGTH]);
    assertThatThrownBy(() -> new RangeProof(Collections.nCopies(RangeProof.MAX_HASHES + 1, hash)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RangeProof(List.of(Bytes.EMPTY)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noticesThatTheFileHasChanged() {
    byte[] content = Vectors.content(40 * LEAF);
    TreeReader reader = new TreeReader(Vectors.tree(content));
    assertThatThrownBy(() -> reader.prove(new LeafRange(3, 2), r -> new byte[r.count() * LEAF]))
        .isInstanceOf(ContentChangedException.class);
    assertThatThrownBy(() -> reader.prove(new LeafRange(3, 2), r -> new byte[3]))
        .isInstanceOf(ContentChangedException.class);
  }

  static Bytes part(MerkleTree tree, byte[] content, LeafRange range) {
    return Bytes.copyOf(
        content, (int) tree.shape().offsetOf(range.first()), tree.shape().bytesOf(range));
  }

  /** Leaves 4 to 6 of a file of 20 leaves. */
  private static final class Fixture {
    final byte[] file = Vectors.content(20 * LEAF);
    final MerkleTree tree = Vectors.tree(file);
    final LeafRange range = new LeafRange(4, 3);
    final Bytes content = part(tree, file, range);
    final RangeProof proof;

    Fixture() throws ContentChangedException {
      proof = new TreeReader(tree).prove(range, r -> part(tree, file, r).toArray());
    }

    Optional<Bytes> check(LeafRange asked, Bytes answer, RangeProof shown) {
      return shown.check(tree.shape(), tree.root(), asked, answer);
    }
  }
}
