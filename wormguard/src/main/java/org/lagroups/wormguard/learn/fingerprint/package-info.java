/**
 * Names stretches of payload by short numbers, the same wherever in a packet they are.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.fingerprint.Fingerprinter}: it slides a window
 * over a payload and hands on a stated share of the fingerprints, chosen by their value, so that
 * the same content is always chosen or never (Singh, Estan, Varghese and Savage, "Automated worm
 * fingerprinting", OSDI 2004, sections 3.1 and 4.1). Nothing is kept from one payload to the next.
 */
@NullMarked
package org.lagroups.wormguard.learn.fingerprint;

import org.jspecify.annotations.NullMarked;
