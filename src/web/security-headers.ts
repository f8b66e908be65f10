import { secureHeaders } from 'hono/secure-headers';

/** No script or style but our own files, no frame around us, no third party, nothing told to the next site. */
export function securityHeaders(behindTls: boolean) {
  return secureHeaders({
    // A file that goes out brings a stricter one.
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    // Same-origin and not no-referrer: browsers leave out Origin of a form with no-referrer, and the form check needs it.
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: behindTls ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [], usb: [] },
  });
}
