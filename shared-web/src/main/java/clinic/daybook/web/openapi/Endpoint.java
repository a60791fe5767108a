package clinic.daybook.web.openapi;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import clinic.daybook.web.AllowedTo;
import clinic.daybook.web.DespiteTemporaryPassword;
import clinic.daybook.web.Limits;
import clinic.daybook.web.NewId;
import clinic.daybook.web.ProblemCode;
import clinic.daybook.web.PublicAddresses;
import clinic.daybook.web.Refuses;
import clinic.daybook.web.WritesToBook;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint's code says of it to those who can read it. */
record Endpoint(HandlerMethod handler, RequestMethod method, String path) {

	static Endpoint of(HandlerMethod handler) {
		RequestMapping mapping = Objects
			.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class));
		return new Endpoint(handler, mapping.method()[0], mapping.path()[0]);
	}

	boolean reads() {
		return this.method == RequestMethod.GET;
	}

	boolean isPublic() {
		return PublicAddresses.include(this.method.name(), address());
	}

	/** A token that is no good is refused everywhere but where it may be replaced. */
	boolean refusesBadTokens() {
		return !PublicAddresses.overlookBadToken(this.method.name(), address());
	}

	/** For their role, or for a password that is not their own yet. */
	boolean refusesSomeCallers() {
		return has(AllowedTo.class) || !has(DespiteTemporaryPassword.class);
	}

	boolean namesIds() {
		return this.path.contains("{");
	}

	boolean takesBody() {
		return parameters().anyMatch((parameter) -> parameter.hasParameterAnnotation(RequestBody.class));
	}

	boolean takesLimits() {
		return parameters().anyMatch((parameter) -> parameter.getParameterType() == Limits.class);
	}

	boolean takesIfMatch() {
		return takesHeader(HttpHeaders.IF_MATCH);
	}

	boolean takesIfNoneMatch() {
		return takesHeader(HttpHeaders.IF_NONE_MATCH);
	}

	private boolean takesHeader(String name) {
		return parameters().map((parameter) -> parameter.getParameterAnnotation(RequestHeader.class))
			.anyMatch((header) -> header != null && header.name().equals(name));
	}

	boolean creates() {
		return parameters().anyMatch((parameter) -> parameter.getParameterType() == NewId.class);
	}

	boolean writesToBook() {
		return has(WritesToBook.class);
	}

	/** Whatever is answered with a version, or can be asked for by a tag, is tagged. */
	boolean answersWithTag() {
		return takesIfNoneMatch() || answersWithVersion();
	}

	private boolean answersWithVersion() {
		Class<?> answer = ResolvableType.forMethodReturnType(this.handler.getMethod())
			.as(ResponseEntity.class)
			.getGeneric()
			.toClass();
		return answer.isRecord() && Arrays.stream(answer.getRecordComponents())
			.anyMatch((component) -> component.getName().equals("version"));
	}

	List<ProblemCode> refusals() {
		@Nullable Refuses refuses = AnnotatedElementUtils.findMergedAnnotation(this.handler.getMethod(), Refuses.class);
		return (refuses != null) ? List.of(refuses.value()) : List.of();
	}

	private boolean has(Class<? extends Annotation> annotation) {
		return AnnotatedElementUtils.hasAnnotation(this.handler.getMethod(), annotation)
				|| AnnotatedElementUtils.hasAnnotation(this.handler.getBeanType(), annotation);
	}

	private Stream<MethodParameter> parameters() {
		return Arrays.stream(this.handler.getMethodParameters());
	}

	private PathContainer address() {
		return PathContainer.parsePath(this.path);
	}

}
