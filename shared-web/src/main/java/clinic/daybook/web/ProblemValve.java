package clinic.daybook.web;

import java.io.IOException;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat itself refuses (an illegal request line, a bad Host) before any filter. */
final class ProblemValve extends ErrorReportValve {

	private final ProblemWriter writer;

	ProblemValve(ProblemWriter writer) {
		this.writer = writer;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable throwable) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		ProblemCode code = ProblemCode.ofStatus(response.getStatus());
		try {
			response.resetBuffer(true);
			this.writer.write(request, response, new ProblemException(code));
		}
		catch (IOException ex) {
			this.container.getLogger().debug("The client has gone", ex);
		}
	}

}
