/**
 * Running nodes for tests: real sockets on the loopback interface, homes that vanish afterwards.
 */
@NullMarked
package org.lagroups.node.testing;

import org.jspecify.annotations.NullMarked;
