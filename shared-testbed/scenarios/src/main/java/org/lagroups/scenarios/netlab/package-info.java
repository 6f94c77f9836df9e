/**
 * A laboratory of hosts on this machine: each a network namespace with limited up- and downlinks,
 * whose packets can be lost or come later.
 *
 * <p>Start with {@link org.lagroups.scenarios.netlab.Laboratory}; what runs in a {@link
 * org.lagroups.scenarios.netlab.LabHost} is started by the command that {@code inside} makes of
 * another. {@link org.lagroups.scenarios.netlab.NetworkSpace} is a namespace alone. They use {@code
 * ip}, {@code tc} and {@code nft}, and need root's rights; where these are missing they say so.
 * What a killed process has left is removed when another makes its first namespace. Each is used
 * from one thread at a time.
 */
@NullMarked
package org.lagroups.scenarios.netlab;

import org.jspecify.annotations.NullMarked;
