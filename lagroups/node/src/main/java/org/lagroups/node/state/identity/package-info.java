/**
 * The node's keys on disk.
 *
 * <p>Start with {@link org.lagroups.node.state.identity.IdentityStore}. The secret lies in a
 * PKCS#12 {@link org.lagroups.node.state.identity.Keystore}, never replaced once it is there; its
 * public half lies beside it in an {@link org.lagroups.node.state.identity.IdentityFile}, so that
 * asking for a node's ID needs neither passphrase nor cryptography.
 *
 * <p><b>Threads.</b> Called by the one process that holds the home's lock, before the node runs.
 */
@NullMarked
package org.lagroups.node.state.identity;

import org.jspecify.annotations.NullMarked;
