/** Tests of a node's own answers, over loopback. */
@NullMarked
package org.lagroups.node.runtime.monitor.answer;

import org.jspecify.annotations.NullMarked;
