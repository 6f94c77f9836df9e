package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;

class BatchTreeTest {

  @Test
  void rootsAndPathsOfAllSizesAreThoseOfTheStandard() {
    BatchTree tree = new BatchTree();
    for (int size = 1; size <= ChunkProof.MAX_BATCH; size++) {
      List<Bytes> payloads =
          IntStream.range(0, size).mapToObj(i -> Bytes.copyOf((byte) i, (byte) 9)).toList();
      List<BatchTree.Path> paths = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        paths.add(new BatchTree.Path(i, size));
      }
      Bytes root = tree.build(payloads, paths);
      assertThat(root).as("root of %d", size).isEqualTo(NaiveTree.root(payloads));
      for (int i = 0; i < size; i++) {
        Bytes path = paths.get(i).bytes();
        assertThat(path).as("path %d of %d", i, size).isEqualTo(joined(i, payloads));
        assertThat(path.length()).isLessThanOrEqualTo(ChunkProof.MAX_PATH_BYTES);
        assertThat(tree.root(payloads.get(i), i, size, path)).isEqualTo(root);
      }
    }
  }

  private static Bytes joined(int index, List<Bytes> payloads) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NaiveTree.path(index, payloads).forEach(hash -> out.writeBytes(hash.toArray()));
    return Bytes.wrapOwned(out.toByteArray());
  }
}
