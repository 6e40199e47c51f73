declare module '*?gzip-url' {
  const url: string;
  export default url;
}
