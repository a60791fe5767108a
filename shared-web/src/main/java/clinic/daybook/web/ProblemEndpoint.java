package clinic.daybook.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the servlet container sends errors that were raised with a mere status. */
@RestController
@Hidden
@DespiteTemporaryPassword
class ProblemEndpoint implements ErrorController {

	@RequestMapping("/error")
	void error(HttpServletRequest request) {
		Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		throw new ProblemException(
				(status instanceof Integer known) ? ProblemCode.ofStatus(known) : ProblemCode.NOT_FOUND);
	}

}
