package org.lagroups.fileshare.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MagnetLinkTest {

  @Test
  void hasTheFormOfBitTorrentV2AndNamesTheRoot() {
    MerkleTree tree = Vectors.tree(1);
    String link = MagnetLink.of("a b&c.txt", tree.shape(), tree.root()).toString();
    assertThat(link)
        .startsWith("magnet:?xt=urn:btmh:1220")
        .contains("&dn=a%20b%26c.txt&xl=1&x.root=" + tree.root());
    assertThat(MagnetLink.rootIn(link)).contains(tree.root());
  }

  @Test
  void findsNoRootInOtherLinks() {
    assertThat(MagnetLink.rootIn("magnet:?xt=urn:btmh:1220" + "0".repeat(64))).isEmpty();
    assertThat(MagnetLink.rootIn("http://example.org/?x.root=" + "0".repeat(64))).isEmpty();
    assertThat(MagnetLink.rootIn("magnet:?x.root=" + "0".repeat(63))).isEmpty();
    assertThat(MagnetLink.rootIn("magnet:?x.root=" + "0".repeat(64) + "&y".repeat(4000))).isEmpty();
  }

  @Test
  void readsARootInEitherCaseAndRefusesAnythingElse() {
    MerkleRoot root = MerkleRoot.parse("AB".repeat(32));
    assertThat(root).hasToString("ab".repeat(32));
    assertThat(root.abbreviated()).isEqualTo("abababababab");
    assertThatThrownBy(() -> MerkleRoot.parse("ab"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("64 hexadecimal digits");
    assertThatThrownBy(() -> MerkleRoot.parse("zz".repeat(32)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
