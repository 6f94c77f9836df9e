/**
 * What the tests of this module share: {@link org.lagroups.wormguard.testing.PacketBytes} puts
 * packets together, {@link org.lagroups.wormguard.testing.VerifyCases} finds the published captures
 * beside the project, if they are there.
 */
@NullMarked
package org.lagroups.wormguard.testing;

import org.jspecify.annotations.NullMarked;
