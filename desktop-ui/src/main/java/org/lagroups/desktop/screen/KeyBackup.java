package org.lagroups.desktop.screen;

import java.nio.file.Path;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;

/**
 * Copies the node's secret keys, where this window runs on the node's machine and knows its home.
 */
public interface KeyBackup {

  /** Of a node that is steered from afar: its keys are not here. */
  KeyBackup NONE =
      new KeyBackup() {
        @Override
        public boolean isHere() {
          return false;
        }

        @Override
        public Answer<Path> copyInto(String folder) {
          Answer<Path> answer = new Answer<>(_ -> {});
          answer.fail(new Problem("not-here", "the node's keys are on another machine", ""));
          return answer;
        }
      };

  /** Whether the keys can be copied from here. */
  boolean isHere();

  /**
   * Copies them, whole or not at all, into a file that only its owner may read; nothing that is
   * there is replaced. On the JavaFX thread; does not block.
   *
   * @param folder an absolute path, as a person has typed it
   * @return the copy
   */
  Answer<Path> copyInto(String folder);
}
