package org.lagroups.fileshare.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Roots and info-hashes as another implementation computes them. The content is that of {@link
 * Vectors}; each line was made with libtorrent 2.0.8 as a v2-only torrent of one file {@code
 * vec.bin}, and the root a second time by hashing and pairing the leaves in a few lines of Python.
 */
class StandardVectorsTest {

  @ParameterizedTest
  @CsvSource({
    "1, "
        + "892f60b39450a0e770f00a836761c8e964fd74671ae2cc51cff36cde4f914c12, "
        + "e460b081e4a7ea9f3d4a975d1abafef6960c78f62fb554829b1dccc205da2d8d",
    "16383, "
        + "4b723aa4016d816f3aae9fa7a603a8da0a64fed4847edc1ef2a691acb73d683a, "
        + "f17bb716eab96e76888fa95704ed7a301e75fb2bc24bd7e760491a49323aebd3",
    "16384, "
        + "4f536e18e7d90ea3a32ccf97daa4e9ce841c50126da14948c86e5175cab1ab7d, "
        + "6c96e3522f52a42b35ebae64362077898b8940f33f6fe95446328198543de123",
    "16385, "
        + "d5e0e1bec363c1f1bc11de456a5cca104415f44fae6ff6015cf4ecf6de0d4ecc, "
        + "b4a5a8fbc18ab0d9c935f507d7c7b04c31335fc99bc86025a529858efaa4ab08",
    "32768, "
        + "ba1bc031abc4e081cb3465984184a419599bfcd9ecac2cf5c4a1935a84df8303, "
        + "704dc37c80f002aea052a547ecd9045af4a2c52c045f9042ed20c0e75759ea57",
    "49152, "
        + "48f4d7bc30fadab7d7784cf9e70298c665e1cdb6684710f6e3b16fd800642ec7, "
        + "a9eb1c5350a9c433b5555199d853cf12c5cd883f8dd8cbb1de85565c4568b5cf",
    "49153, "
        + "8f0e07d90954c6a5fed7a64a168b04ddfa915e56cc554c4eda97ab5303fa62ec, "
        + "19288154a5db3bc04779cddfaf1d883a99fe5678b1ae87e94eedb32fa56616cf",
    "81920, "
        + "c4eb81de37f88ee75ead1cefbd3c7485bbc0811d4ed102645e61b4e36c41e7b4, "
        + "16604836fad9c5311d6fcfa3fc6310c7a6f9f6680f10ccf2cb51522c0023e267",
    "1048576, "
        + "918c49b7e734dad377d9fdd9eafa862384682bd200a8aeae3a57ae8f082a837e, "
        + "55c64bc9efb9d5f377a50887544a62ff7dab7e49cc1073ae9d603b2c829ed04e",
    "1048577, "
        + "73ffafd1c26abc98b079e689bac98ae8b21fbb8def4741ca5c640631e4d90978, "
        + "152a9d10a5dbb78df4fe44cd1eb3365b2d02baf2796c2fceefb9bbbf593c3934",
    "5000000, "
        + "20acce14f439f6e561eaa49529486cb9a83a25640413d4f07762937475012763, "
        + "0fc1e8782c8b5e091d12740a4abb9fcc4dcc29df3ec8ad8241e7ca395638bf02",
    "20971527, "
        + "dcab9fced9604873d1bcfc3421cde1690bd302fc5292e348948a17820bdb8381, "
        + "33366e2482f35264622e0fd2ddb88f2113c4094886c1532a688a1b78c6a53bff"
  })
  void agreesWithOtherPrograms(int length, String root, String infoHash) {
    MerkleTree tree = Vectors.tree(length);
    assertThat(tree.root()).hasToString(root);
    assertThat(MagnetLink.of("vec.bin", tree.shape(), tree.root()).infoHash().toHex())
        .isEqualTo(infoHash);
  }
}
