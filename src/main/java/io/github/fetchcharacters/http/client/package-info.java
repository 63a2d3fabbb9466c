/**
 * The network by the JDK's HTTP client: one exchange after another until its answer is whole.
 *
 * <p>It relies on more of the JDK than its documentation promises. Each row was seen on JDK
 * 17.0.15, 17.0.21 and 25.0.3 unless it says otherwise; the test fails on a JDK where it does not
 * hold.
 *
 * <table>
 * <caption>What is assumed of the JDK</caption>
 * <tr><th>assumption</th><th>used by</th><th>test</th></tr>
 * <tr><td>The client reads its properties with its first use: {@code disableRetryConnect}</td>
 *   <td>{@link ClientProperties}</td><td>{@code SeveralAddressesTest.goesOnToTheNext}</td></tr>
 * <tr><td>{@code redirects.retrylimit}</td><td>{@link ClientProperties}</td>
 *   <td>{@code HttpTransportFailureTest.sendsARequestOnceThoughAUsedConnectionIsLost}</td></tr>
 * <tr><td>{@code keepalive.timeout} (17.0.21 and 25.0.3)</td><td>{@link ClientProperties}</td>
 *   <td>{@code ClientPropertiesTest.anIdleConnectionIsClosedAndOneOfHttp2StaysOpen}</td></tr>
 * <tr><td>{@code allowRestrictedHeaders}</td><td>{@link ClientProperties}</td>
 *   <td>{@code SeveralAddressesTest.goesOnToTheNext}</td></tr>
 * <tr><td>{@code auth.tunneling.disabledSchemes}</td><td>{@link ClientProperties}</td>
 *   <td>{@code ProxyTest.tunnelsHttpsAndShowsThePasswordToTheProxyAlone}</td></tr>
 * <tr><td>The client ends its futures in the common pool (JDK-8204339; 17.0.21 and 25.0.3)</td>
 *   <td>{@link Exchange}, which may then make a client or look up a name</td>
 *   <td>{@code ClientPropertiesTest.anExchangeEndsInTheCommonPool}</td></tr>
 * <tr><td>The common pool reads its parallelism with its first use, and from two threads on runs the
 *   stages of futures (from 25 on always, JDK-8319447; 17.0.21 and 25.0.3)</td><td>{@link ClientProperties}</td>
 *   <td>{@code ClientPropertiesTest.stagesShareTheCommonPool}</td></tr>
 * <tr><td>Before 21 the text of a client ends in its number, which is in the name of its selector's
 *   thread, and an interrupt ends that thread (17.0.15 and 17.0.21)</td>
 *   <td>{@code http.pool.ClientShutdown}; {@code http.pool.InlineExecutor} for the end of the name, on any
 *   JDK: with another name it takes a thread more and nothing breaks</td>
 *   <td>{@code HttpTransportStopTest.closingEndsTheSelectorThread}</td></tr>
 * <tr><td>The method that makes the exception of a refused stream has "reset" in its name (17.0.21
 *   and 25.0.3)</td><td>{@code http.message.ClientMessage}</td>
 *   <td>{@code Http2FailureTest.reportsWhatWentWrong}</td></tr>
 * <tr><td>The words of the client's exceptions</td><td>{@code http.message.ClientMessage}</td>
 *   <td>{@code HttpTransportFailureTest.reportsWhatWentWrongAfterOneRequest}</td></tr>
 * <tr><td>The words of TLS's exceptions</td><td>{@code http.message.TlsFailures}</td>
 *   <td>{@code TlsFailuresTest.alertsAreTranslated}</td></tr>
 * <tr><td>The words and types without descriptors</td><td>{@code http.ResourceLimits}</td>
 *   <td>{@code OutOfDescriptorsTest.isAFailureOfOneRequest}</td></tr>
 * <tr><td>The words and types without threads</td><td>{@code http.ResourceLimits}</td>
 *   <td>{@code OutOfThreadsTest.isAFailureOfOneRequestAndOverWhenThereAreThreads}</td></tr>
 * <tr><td>Only {@code cancel(true)} on the client's own future ends an exchange</td>
 *   <td>{@link Exchange}</td><td>{@code HttpTransportStopTest.cancellingClosesTheConnection}</td></tr>
 * <tr><td>No task of the client blocks</td><td>{@code http.pool.InlineExecutor}</td>
 *   <td>{@code RawHttp2ServerTest.answersOverOneConnection}</td></tr>
 * <tr><td>A client for plain http reads no more of its TLS context than the parameters</td>
 *   <td>{@code http.tls.NoTls}</td><td>{@code HttpTransportLoadTest.shareTheProcessors}</td></tr>
 * <tr><td>Before 25 each connection of TLS 1.3 has a session of its own (17.0.15 and 17.0.21)</td>
 *   <td>{@link ConnectionIdentity}</td>
 *   <td>{@code ConnectionIdentityTest.aResumedTlsSessionOnAnotherConnectionIsAnother}</td></tr>
 * <tr><td>From 20 on {@code keepalive.timeout} holds for HTTP/2, unless {@code
 *   keepalive.timeout.h2} is set (17.0.21 and 25.0.3)</td><td>{@link ClientProperties}</td>
 *   <td>{@code ClientPropertiesTest.anIdleConnectionIsClosedAndOneOfHttp2StaysOpen}</td></tr>
 * <tr><td>The client reads through an engine of its TLS context, and what {@code unwrap} throws ends
 *   the connection and is a cause of each request's failure (17.0.21 and 25.0.3)</td>
 *   <td>{@code http.tls.WatchedEngine}</td>
 *   <td>{@code FloodingServerTest.areLeftBeforeLong}</td></tr>
 * <tr><td>The client asks its TLS context for an engine before it opens a connection, and what that
 *   throws is the request's failure (17.0.21 and 25.0.3)</td><td>{@code http.tls.ConnectionWatch}</td>
 *   <td>{@code Http2FailureTest.aClientOpensNoConnectionBesideTheOneThatCarriesAll}</td></tr>
 * <tr><td>The engine of a connection to an address takes the name of the handshake, and the check of
 *   the certificate is that of the context's trust manager (17.0.21 and 25.0.3)</td>
 *   <td>{@code http.tls.WatchedEngine}, {@link HostAddresses}</td>
 *   <td>{@code SeveralAddressesTest.goesOnToTheNextOverTls}</td></tr>
 * <tr><td>A refused connection fails as a {@code ConnectException} (17.0.21 and 25.0.3)</td>
 *   <td>{@link HostAddresses}, {@link Lookups}</td>
 *   <td>{@code SeveralAddressesTest.namesAllThatRefuse}</td></tr>
 * <tr><td>An unknown name fails as a {@code ConnectException} with an {@code
 *   UnresolvedAddressException} as its cause (17.0.21 and 25.0.3)</td>
 *   <td>{@code http.message.TransportFailures}</td>
 *   <td>{@code HttpTransportFailureTest.reportsAnUnknownHost}</td></tr>
 * <tr><td>"Too many retries" has as its cause the failure that the client would have met by another
 *   try (17.0.21 and 25.0.3)</td><td>{@code http.message.TransportFailures}</td>
 *   <td>{@code HttpTransportFailureTest.sendsARequestOnceThoughAUsedConnectionIsLost}</td></tr>
 * <tr><td>"Tunnel failed, got: " comes before the proxy's status (17.0.21 and 25.0.3)</td>
 *   <td>{@code http.message.TransportFailures}</td>
 *   <td>{@code ProxyTest.aTunnelThatIsRefusedIsClassifiedByTheStatus}</td></tr>
 * <tr><td>A Content-Length that is no number fails as a {@code NumberFormatException} (17.0.21 and
 *   25.0.3)</td><td>{@code http.message.TransportFailures}</td>
 *   <td>{@code HttpTransportFailureTest.reportsWhatWentWrongAfterOneRequest}</td></tr>
 * <tr><td>Until 21 a timer outlives a future that was cancelled (JDK-8303742), and none outlives one
 *   that was completed (17.0.21 and 25.0.3)</td><td>{@code retry.RealPause}</td>
 *   <td>{@code RealPauseTest.aCancelledPauseLeavesNoTimerBehind}</td></tr>
 * <tr><td>The JVM has one thread for its timers, which a stage that blocks would hold (17.0.21 and
 *   25.0.3)</td><td>{@code retry.RealPause}</td>
 *   <td>{@code RealPauseTest.whatFollowsAPauseHoldsUpNoOther}</td></tr>
 * <tr><td>Java reads {@code java.net.preferIPv6Addresses} with the first address, so that {@code main}
 *   can set it (17.0.21 and 25.0.3)</td><td>{@code Main}</td>
 *   <td>{@code JdkAssumptionsTest.thePreferredAddressesAreReadWithTheFirst}</td></tr>
 * <tr><td>After a channel was closed, closing another one takes no further descriptor (17.0.21 and
 *   25.0.3)</td><td>{@code demo.DemoServer}</td>
 *   <td>{@code JdkAssumptionsTest.closingAChannelTakesNoDescriptor}</td></tr>
 * </table>
 */
@NullMarked
package io.github.fetchcharacters.http.client;

import org.jspecify.annotations.NullMarked;
